namespace CognitoAuth.Application.Flows.Passkeys;

/// <summary>Deletes one of the signed-in user's passkeys. It can no longer be used to sign in; sessions continue.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Id">The passkey's id.</param>
[Audited("mfa.changed", "mfa.change_failed")]
public sealed record DeletePasskeyCommand(Secret AccessToken, string Id) : IProtectedFlow<Success>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

internal sealed class DeletePasskeyValidator : AbstractValidator<DeletePasskeyCommand>
{
    // WebAuthn allows 1,023 bytes, which are 1,364 characters.
    public DeletePasskeyValidator() => RuleFor(command => command.Id).Matches(@"^[A-Za-z0-9_=-]{1,1368}\z").WithMessage("It must be the id of a passkey.");
}

internal sealed class DeletePasskeyHandler(ICognitoGateway cognito) : IFlowHandler<DeletePasskeyCommand, Success>
{
    public Task<Result<Success>> Handle(DeletePasskeyCommand command, CancellationToken cancellationToken) =>
        cognito.DeleteWebAuthnCredential(command.AccessToken, command.Id, cancellationToken);
}
