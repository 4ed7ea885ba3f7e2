namespace CognitoAuth.Application.Flows.Mfa;

/// <summary>Returns a new TOTP secret for the signed-in user. It takes effect when a code of it is verified.</summary>
public sealed record SetUpTotpCommand(Secret AccessToken) : IProtectedFlow<TotpSetup>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

/// <summary>The data for an authenticator app.</summary>
/// <param name="Secret">To type in.</param>
/// <param name="OtpauthUri">To show as a QR code.</param>
public sealed record TotpSetup(Secret Secret, Secret OtpauthUri);

internal sealed class SetUpTotpValidator : AbstractValidator<SetUpTotpCommand>;

internal sealed class SetUpTotpHandler(ICognitoGateway cognito, FlowContext context, SecurityOptions security) : IFlowHandler<SetUpTotpCommand, TotpSetup>
{
    public async Task<Result<TotpSetup>> Handle(SetUpTotpCommand command, CancellationToken cancellationToken)
    {
        var associated = await cognito.AssociateSoftwareToken(new TotpOwner.SignedIn(command.AccessToken), cancellationToken);
        return associated.Map(secret => new TotpSetup(secret.Value, OtpauthUri.Of(security.TotpIssuer, context.Caller.Username!, secret.Value)));
    }
}
