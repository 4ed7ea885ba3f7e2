namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GetUserOperation = new(RetryClass.Read, QuotaCategory.UserRead, AuthErrors.InvalidToken);

    public Task<Result<UserProfile>> GetUser(Secret accessToken, CancellationToken cancellationToken) => Call(
        GetUserOperation,
        token => client.GetUserAsync(new GetUserRequest { AccessToken = accessToken.Reveal() }, token),
        response => Profile(response.Username, response.UserAttributes, response.PreferredMfaSetting, response.UserMFASettingList),
        cancellationToken);
}
