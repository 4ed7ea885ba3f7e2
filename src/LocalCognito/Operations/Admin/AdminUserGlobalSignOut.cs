namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed class AdminUserGlobalSignOut : SignedOperation<AdminUserRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUserRequest request)
    {
        pool.RequireUser(request.UserPoolId, request.Username).Sessions.RevokeAll();
        return null;
    }
}
