namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed class AdminDeleteUser : SignedOperation<AdminUserRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUserRequest request)
    {
        pool.Users.Remove(pool.RequireUser(request.UserPoolId, request.Username));
        return null;
    }
}
