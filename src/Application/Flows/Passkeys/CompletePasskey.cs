namespace CognitoAuth.Application.Flows.Passkeys;

/// <summary>Registers the passkey that the signed-in user's browser created. From then on the user can sign in with it.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Credential">The browser's <c>RegistrationResponseJSON</c>.</param>
[Audited("mfa.changed", "mfa.change_failed")]
public sealed record CompletePasskeyCommand(Secret AccessToken, JsonText? Credential) : IProtectedFlow<Success>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

internal sealed class CompletePasskeyValidator : AbstractValidator<CompletePasskeyCommand>
{
    public CompletePasskeyValidator() => RuleFor(command => command.Credential)
        .Must(credential => credential is { IsObject: true }).WithMessage("It must be the object that the browser returned (RegistrationResponseJSON).");
}

internal sealed class CompletePasskeyHandler(ICognitoGateway cognito) : IFlowHandler<CompletePasskeyCommand, Success>
{
    public Task<Result<Success>> Handle(CompletePasskeyCommand command, CancellationToken cancellationToken) =>
        cognito.CompleteWebAuthnRegistration(command.AccessToken, command.Credential!, cancellationToken);
}
