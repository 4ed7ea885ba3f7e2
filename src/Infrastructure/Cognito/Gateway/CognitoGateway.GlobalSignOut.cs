using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GlobalSignOutOperation = new(RetryClass.Set, AuthErrors.InvalidToken);

    public Task<Result<DateTimeOffset>> GlobalSignOut(Secret accessToken, CancellationToken cancellationToken)
    {
        var date = UpstreamDate.Begin();
        var mayHaveWorked = false;
        return Call(GlobalSignOutOperation, Send, _ => Result<DateTimeOffset>.Of(date.Value ?? time.GetUtcNow()), cancellationToken);

        async Task<GlobalSignOutResponse> Send(CancellationToken token)
        {
            try
            {
                return await client.GlobalSignOutAsync(new GlobalSignOutRequest { AccessToken = accessToken.Reveal() }, token);
            }
            catch (NotAuthorizedException exception) when (mayHaveWorked && CognitoErrorMap.IsRevokedAccessToken(exception))
            {
                // The answer to an earlier attempt was lost; this one says that it worked.
                return new GlobalSignOutResponse();
            }
            catch (Exception exception) when (UpstreamFaults.Of(exception).IsAmbiguous())
            {
                mayHaveWorked = true;
                throw;
            }
        }
    }
}
