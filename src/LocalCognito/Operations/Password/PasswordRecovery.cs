namespace CognitoAuth.LocalCognito.Operations.Password;

/// <summary>Recovery codes are sent to verified contacts only.</summary>
internal static class PasswordRecovery
{
    public static CodeDelivery? Contact(LocalUser user) => CodeDelivery.To(user, user.HasVerified);

    public static CognitoException NoContact() => CognitoException.InvalidParameter(
        "Cannot reset password for the user as there is no registered/verified email or phone_number");
}
