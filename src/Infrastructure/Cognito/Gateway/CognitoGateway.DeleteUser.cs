using Amazon.CognitoIdentityProvider.Model;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation DeleteUserOperation = new(RetryClass.Gone, QuotaCategory.UserUpdate, AuthErrors.InvalidToken);

    public Task<Result<DateTimeOffset>> DeleteUser(Secret accessToken, CancellationToken cancellationToken)
    {
        return Call(DeleteUserOperation, Recognizing(Send, CognitoErrorMap.IsRevokedAccessToken), EndedAt, cancellationToken);

        async Task<DeleteUserResponse> Send(CancellationToken token)
        {
            try
            {
                return await client.DeleteUserAsync(new DeleteUserRequest { AccessToken = accessToken.Reveal() }, token);
            }
            catch (UserNotFoundException refusal)
            {
                // Gone already: by an earlier attempt, or by an earlier call whose answer the caller lost.
                return CognitoDate.Done<DeleteUserResponse>(refusal);
            }
        }
    }
}
