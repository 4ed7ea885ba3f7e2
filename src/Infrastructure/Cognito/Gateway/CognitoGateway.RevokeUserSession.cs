namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation RevokeUserSessionOperation = new(RetryClass.Idempotent, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken)
    {
        Reading = refusal => refusal switch
        {
            ResourceNotFoundException => AuthErrors.NotFound,
            InvalidParameterException => AuthErrors.InvalidParameter with { Detail = "This session cannot be ended here. To end the session of this call, sign out." },
            _ => null,
        },
    };

    public Task<Result<Success>> RevokeUserSession(Secret accessToken, string sessionId, CancellationToken cancellationToken) => Call(
        RevokeUserSessionOperation,
        RecognizingEarlierSuccess(
            token => client.RevokeUserSessionAsync(new RevokeUserSessionRequest { AccessToken = accessToken.Reveal(), SessionId = sessionId }, token),
            refusal => refusal is ResourceNotFoundException),
        Done,
        cancellationToken);
}
