using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>How a user signs in. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<AuthFlowType>))]
public class AuthFlowType : ConstantClass, IConstant<AuthFlowType>
{
    /// <summary>USER_SRP_AUTH.</summary>
    public static readonly AuthFlowType USER_SRP_AUTH = new("USER_SRP_AUTH");

    /// <summary>REFRESH_TOKEN_AUTH.</summary>
    public static readonly AuthFlowType REFRESH_TOKEN_AUTH = new("REFRESH_TOKEN_AUTH");

    /// <summary>REFRESH_TOKEN.</summary>
    public static readonly AuthFlowType REFRESH_TOKEN = new("REFRESH_TOKEN");

    /// <summary>CUSTOM_AUTH.</summary>
    public static readonly AuthFlowType CUSTOM_AUTH = new("CUSTOM_AUTH");

    /// <summary>ADMIN_NO_SRP_AUTH.</summary>
    public static readonly AuthFlowType ADMIN_NO_SRP_AUTH = new("ADMIN_NO_SRP_AUTH");

    /// <summary>USER_PASSWORD_AUTH.</summary>
    public static readonly AuthFlowType USER_PASSWORD_AUTH = new("USER_PASSWORD_AUTH");

    /// <summary>ADMIN_USER_PASSWORD_AUTH.</summary>
    public static readonly AuthFlowType ADMIN_USER_PASSWORD_AUTH = new("ADMIN_USER_PASSWORD_AUTH");

    /// <summary>USER_AUTH.</summary>
    public static readonly AuthFlowType USER_AUTH = new("USER_AUTH");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public AuthFlowType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static AuthFlowType FindValue(string value) => FindValue<AuthFlowType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator AuthFlowType(string value) => FindValue(value);
}
