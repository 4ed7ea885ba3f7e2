namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed class AdminEnableUser : SignedOperation<AdminUserRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUserRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        user.IsEnabled = true;
        user.ModifiedAt = pool.Now;
        return null;
    }
}
