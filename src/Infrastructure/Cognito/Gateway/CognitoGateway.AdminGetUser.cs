namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation AdminGetUserOperation = new(RetryClass.Read, QuotaCategory.UserRead, AuthErrors.NotFound);

    public Task<Result<UserProfile>> AdminGetUser(string username, CancellationToken cancellationToken) => Call(
        AdminGetUserOperation,
        token => client.AdminGetUserAsync(new AdminGetUserRequest { UserPoolId = options.UserPoolId, Username = username }, token),
        response => Profile(response.Username, response.UserAttributes, response.PreferredMfaSetting, response.UserMFASettingList),
        cancellationToken);
}
