namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminSetUserPasswordRequest(string UserPoolId, string Username, string Password, bool? Permanent);

internal sealed class AdminSetUserPassword : SignedOperation<AdminSetUserPasswordRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminSetUserPasswordRequest request)
    {
        pool.Options.PasswordPolicy.Check(request.Password);
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        if (request.Permanent ?? false)
        {
            user.SetPassword(request.Password);
            user.Status = UserStatus.Confirmed;
        }
        else
        {
            user.SetTemporaryPassword(request.Password, pool.Now.AddDays(pool.Options.PasswordPolicy.TemporaryPasswordValidityDays));
        }

        user.Lockout.Reset();
        user.ModifiedAt = pool.Now;
        return null;
    }
}
