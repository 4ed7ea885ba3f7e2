namespace CognitoAuth.Application.Flows.Mfa;

/// <summary>Gives the signed-in user a new TOTP secret. It counts once a code of it was verified.</summary>
public sealed record SetUpTotpCommand(Secret AccessToken) : IProtectedFlow<TotpSetup>
{
    /// <inheritdoc/>
    public bool IsSensitive => true;
}

/// <summary>What an authenticator app must be told.</summary>
/// <param name="Secret">To type in.</param>
/// <param name="OtpauthUri">To show as a QR code.</param>
public sealed record TotpSetup(Secret Secret, Secret OtpauthUri);

/// <summary>There is nothing to validate beside the token, which the pipeline does.</summary>
internal sealed class SetUpTotpValidator : AbstractValidator<SetUpTotpCommand>;

internal sealed class SetUpTotpHandler(ICognitoGateway cognito, FlowContext context, SecurityOptions security) : IFlowHandler<SetUpTotpCommand, TotpSetup>
{
    public async Task<Result<TotpSetup>> Handle(SetUpTotpCommand command, CancellationToken cancellationToken)
    {
        var associated = await cognito.AssociateSoftwareToken(new TotpOwner.SignedIn(command.AccessToken), cancellationToken);
        return associated.Map(secret => new TotpSetup(secret.Value, OtpauthUri.Of(security.TotpIssuer, context.Caller.Username!, secret.Value)));
    }
}
