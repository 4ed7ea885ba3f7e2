using Amazon.CognitoIdentityProvider.Model;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation RevokeUserSessionOperation = new(RetryClass.Set, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken)
    {
        Reading = refusal => refusal switch
        {
            ResourceNotFoundException => AuthErrors.NotFound,
            InvalidParameterException => AuthErrors.InvalidParameter with { Detail = "This session cannot be ended here. To end the one that you call with, sign out." },
            _ => null,
        },
    };

    public Task<Result<Success>> RevokeUserSession(Secret accessToken, string sessionId, CancellationToken cancellationToken) => Call(
        RevokeUserSessionOperation,
        Recognizing(
            token => client.RevokeUserSessionAsync(new RevokeUserSessionRequest { AccessToken = accessToken.Reveal(), SessionId = sessionId }, token),
            refusal => refusal is ResourceNotFoundException),
        Done,
        cancellationToken);
}
