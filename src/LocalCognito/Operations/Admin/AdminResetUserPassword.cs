using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Operations.Password;

namespace CognitoAuth.LocalCognito.Operations.Admin;

/// <summary>Invalidates the password and sends a code, with which the user chooses a new one.</summary>
internal sealed class AdminResetUserPassword : SignedOperation<AdminUserRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUserRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        if (user.Status is UserStatus.ForceChangePassword or UserStatus.Unconfirmed) throw CognitoException.NotAuthorized("User password cannot be reset in the current state.");
        var delivery = PasswordRecovery.Contact(user) ?? throw PasswordRecovery.NoContact();
        user.Status = UserStatus.ResetRequired;
        user.ModifiedAt = pool.Now;
        pool.SendCode(user, CodePurpose.ForgotPassword, "forgot_password", delivery);
        return null;
    }
}
