namespace CognitoAuth.LocalCognito.Operations.Admin;

/// <summary>Disables the user. Their sessions end; enabling the user again does not restore them.</summary>
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
