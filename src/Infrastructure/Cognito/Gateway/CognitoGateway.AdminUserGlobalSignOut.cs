namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation AdminUserGlobalSignOutOperation = new(RetryClass.Idempotent, QuotaCategory.UserToken, AuthErrors.NotFound);

    public Task<Result<DateTimeOffset>> AdminUserGlobalSignOut(string username, CancellationToken cancellationToken) => Call(
        AdminUserGlobalSignOutOperation,
        token => client.AdminUserGlobalSignOutAsync(new AdminUserGlobalSignOutRequest { UserPoolId = options.UserPoolId, Username = username }, token),
        EndedAt,
        cancellationToken);
}
