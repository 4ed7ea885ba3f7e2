using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Operations.Admin;

/// <summary>Confirms without a code, and therefore without verifying any contact.</summary>
internal sealed class AdminConfirmSignUp : SignedOperation<AdminUserRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUserRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        if (user.Status != UserStatus.Unconfirmed)
            throw CognitoException.NotAuthorized($"User cannot be confirmed. Current status is {user.Status.WireName()}");
        user.Status = UserStatus.Confirmed;
        user.Codes.Spend(CodePurpose.SignUp);
        user.ModifiedAt = pool.Now;
        return null;
    }
}
