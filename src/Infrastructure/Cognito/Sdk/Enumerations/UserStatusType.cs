using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Where a user stands in sign-up and password handling. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<UserStatusType>))]
public class UserStatusType : ConstantClass, IConstant<UserStatusType>
{
    /// <summary>UNCONFIRMED.</summary>
    public static readonly UserStatusType UNCONFIRMED = new("UNCONFIRMED");

    /// <summary>CONFIRMED.</summary>
    public static readonly UserStatusType CONFIRMED = new("CONFIRMED");

    /// <summary>ARCHIVED.</summary>
    public static readonly UserStatusType ARCHIVED = new("ARCHIVED");

    /// <summary>COMPROMISED.</summary>
    public static readonly UserStatusType COMPROMISED = new("COMPROMISED");

    /// <summary>UNKNOWN.</summary>
    public static readonly UserStatusType UNKNOWN = new("UNKNOWN");

    /// <summary>RESET_REQUIRED.</summary>
    public static readonly UserStatusType RESET_REQUIRED = new("RESET_REQUIRED");

    /// <summary>FORCE_CHANGE_PASSWORD.</summary>
    public static readonly UserStatusType FORCE_CHANGE_PASSWORD = new("FORCE_CHANGE_PASSWORD");

    /// <summary>EXTERNAL_PROVIDER.</summary>
    public static readonly UserStatusType EXTERNAL_PROVIDER = new("EXTERNAL_PROVIDER");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public UserStatusType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static UserStatusType FindValue(string value) => FindValue<UserStatusType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator UserStatusType(string value) => FindValue(value);
}
