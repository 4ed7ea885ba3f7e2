using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.LocalCognito.Operations.Account;

/// <summary>The two attributes that a code can verify.</summary>
internal static class AttributeVerification
{
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for any other attribute.</exception>
    public static CodePurpose Purpose(string attribute) => attribute switch
    {
        UserAttributes.Email => CodePurpose.VerifyEmail,
        UserAttributes.PhoneNumber => CodePurpose.VerifyPhoneNumber,
        _ => throw CognitoException.InvalidParameter($"Attribute {attribute} can't be verified."),
    };

    public static CodeDeliveryDetailsType Send(LocalUserPool pool, LocalUser user, string attribute) => pool.SendCode(
        user,
        Purpose(attribute),
        "verify_attribute",
        new CodeDelivery(
            attribute,
            user.Attribute(attribute) ?? throw CognitoException.InvalidParameter($"User does not have a value for the attribute {attribute}.")));
}
