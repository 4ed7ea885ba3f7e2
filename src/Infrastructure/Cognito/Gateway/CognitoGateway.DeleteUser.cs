namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation DeleteUserOperation = new(RetryClass.Delete, QuotaCategory.UserUpdate, AuthErrors.InvalidToken);

    public Task<Result<DateTimeOffset>> DeleteUser(Secret accessToken, CancellationToken cancellationToken)
    {
        return Call(DeleteUserOperation, RecognizingEarlierSuccess(Send, CognitoErrorMap.IsRevokedAccessToken), EndedAt, cancellationToken);

        async Task<DeleteUserResponse> Send(CancellationToken token)
        {
            try
            {
                return await client.DeleteUserAsync(new DeleteUserRequest { AccessToken = accessToken.Reveal() }, token);
            }
            catch (UserNotFoundException refusal)
            {
                // Already deleted: by an earlier attempt, or by an earlier call whose response the caller did not get.
                return CognitoDate.Done<DeleteUserResponse>(refusal);
            }
        }
    }
}
