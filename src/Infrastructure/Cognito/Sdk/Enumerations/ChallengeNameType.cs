using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>A step that the user or the client must answer before tokens are issued. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<ChallengeNameType>))]
public class ChallengeNameType : ConstantClass, IConstant<ChallengeNameType>
{
    /// <summary>SMS_MFA.</summary>
    public static readonly ChallengeNameType SMS_MFA = new("SMS_MFA");

    /// <summary>EMAIL_OTP.</summary>
    public static readonly ChallengeNameType EMAIL_OTP = new("EMAIL_OTP");

    /// <summary>SOFTWARE_TOKEN_MFA.</summary>
    public static readonly ChallengeNameType SOFTWARE_TOKEN_MFA = new("SOFTWARE_TOKEN_MFA");

    /// <summary>SELECT_MFA_TYPE.</summary>
    public static readonly ChallengeNameType SELECT_MFA_TYPE = new("SELECT_MFA_TYPE");

    /// <summary>MFA_SETUP.</summary>
    public static readonly ChallengeNameType MFA_SETUP = new("MFA_SETUP");

    /// <summary>PASSWORD_VERIFIER.</summary>
    public static readonly ChallengeNameType PASSWORD_VERIFIER = new("PASSWORD_VERIFIER");

    /// <summary>CUSTOM_CHALLENGE.</summary>
    public static readonly ChallengeNameType CUSTOM_CHALLENGE = new("CUSTOM_CHALLENGE");

    /// <summary>SELECT_CHALLENGE.</summary>
    public static readonly ChallengeNameType SELECT_CHALLENGE = new("SELECT_CHALLENGE");

    /// <summary>DEVICE_SRP_AUTH.</summary>
    public static readonly ChallengeNameType DEVICE_SRP_AUTH = new("DEVICE_SRP_AUTH");

    /// <summary>DEVICE_PASSWORD_VERIFIER.</summary>
    public static readonly ChallengeNameType DEVICE_PASSWORD_VERIFIER = new("DEVICE_PASSWORD_VERIFIER");

    /// <summary>ADMIN_NO_SRP_AUTH.</summary>
    public static readonly ChallengeNameType ADMIN_NO_SRP_AUTH = new("ADMIN_NO_SRP_AUTH");

    /// <summary>NEW_PASSWORD_REQUIRED.</summary>
    public static readonly ChallengeNameType NEW_PASSWORD_REQUIRED = new("NEW_PASSWORD_REQUIRED");

    /// <summary>SMS_OTP.</summary>
    public static readonly ChallengeNameType SMS_OTP = new("SMS_OTP");

    /// <summary>PASSWORD.</summary>
    public static readonly ChallengeNameType PASSWORD = new("PASSWORD");

    /// <summary>WEB_AUTHN.</summary>
    public static readonly ChallengeNameType WEB_AUTHN = new("WEB_AUTHN");

    /// <summary>PASSWORD_SRP.</summary>
    public static readonly ChallengeNameType PASSWORD_SRP = new("PASSWORD_SRP");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public ChallengeNameType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static ChallengeNameType FindValue(string value) => FindValue<ChallengeNameType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator ChallengeNameType(string value) => FindValue(value);
}
