namespace CognitoAuth.LocalCognito.Operations.Admin;

/// <summary>Locks the user out. The sessions end for good: enabling the user again does not bring them back.</summary>
internal sealed class AdminDisableUser : SignedOperation<AdminUserRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUserRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        user.IsEnabled = false;
        user.Sessions.RevokeAll();
        user.ModifiedAt = pool.Now;
        return null;
    }
}
