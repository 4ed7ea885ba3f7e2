namespace CognitoAuth.Application.Flows.Passkeys;

/// <summary>Starts a new passkey of the signed-in user: answers what the browser needs to make one (WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>).</summary>
public sealed record StartPasskeyCommand(Secret AccessToken) : IProtectedFlow<JsonText>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

/// <summary>There is nothing to validate beside the token, which the pipeline does.</summary>
internal sealed class StartPasskeyValidator : AbstractValidator<StartPasskeyCommand>;

internal sealed class StartPasskeyHandler(ICognitoGateway cognito) : IFlowHandler<StartPasskeyCommand, JsonText>
{
    public Task<Result<JsonText>> Handle(StartPasskeyCommand command, CancellationToken cancellationToken) => cognito.StartWebAuthnRegistration(command.AccessToken, cancellationToken);
}
