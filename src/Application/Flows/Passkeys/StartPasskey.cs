namespace CognitoAuth.Application.Flows.Passkeys;

/// <summary>Starts the registration of a passkey: returns the browser's options for creating it (WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>).</summary>
public sealed record StartPasskeyCommand(Secret AccessToken) : IProtectedFlow<JsonText>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

internal sealed class StartPasskeyValidator : AbstractValidator<StartPasskeyCommand>;

internal sealed class StartPasskeyHandler(ICognitoGateway cognito) : IFlowHandler<StartPasskeyCommand, JsonText>
{
    public Task<Result<JsonText>> Handle(StartPasskeyCommand command, CancellationToken cancellationToken) => cognito.StartWebAuthnRegistration(command.AccessToken, cancellationToken);
}
