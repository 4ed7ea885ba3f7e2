using Amazon.CognitoIdentityProvider;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation VerifySoftwareTokenOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken)
    {
        WhenOutcomeUnknown = "Look at the user's factors: if the authenticator is not among them, repeat it with its next code.",
    };

    private static readonly CognitoOperation VerifySoftwareTokenInSignInOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidSession)
    {
        WhenOutcomeUnknown = "Start the sign-in again.",
    };

    public Task<Result<Secret?>> VerifySoftwareToken(TotpOwner owner, Secret code, string? deviceName, CancellationToken cancellationToken) => Call(
        owner is TotpOwner.SignedIn ? VerifySoftwareTokenOperation : VerifySoftwareTokenInSignInOperation,
        token => client.VerifySoftwareTokenAsync(
            new VerifySoftwareTokenRequest { AccessToken = AccessToken(owner), Session = Session(owner), UserCode = code.Reveal(), FriendlyDeviceName = deviceName },
            token),
        response => response.Status == VerifySoftwareTokenResponseType.SUCCESS ? Result<Secret?>.Of(NextSession(owner, response.Session))
            // Cognito can also report a wrong code in a successful response.
            : response.Status == VerifySoftwareTokenResponseType.ERROR ? AuthErrors.CodeMismatch
            : AuthErrors.UpstreamInvalid.Because("a response without a status"),
        cancellationToken);
}
