using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>How the verification of a TOTP code ended. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<VerifySoftwareTokenResponseType>))]
public class VerifySoftwareTokenResponseType : ConstantClass, IConstant<VerifySoftwareTokenResponseType>
{
    /// <summary>SUCCESS.</summary>
    public static readonly VerifySoftwareTokenResponseType SUCCESS = new("SUCCESS");

    /// <summary>ERROR.</summary>
    public static readonly VerifySoftwareTokenResponseType ERROR = new("ERROR");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public VerifySoftwareTokenResponseType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static VerifySoftwareTokenResponseType FindValue(string value) => FindValue<VerifySoftwareTokenResponseType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator VerifySoftwareTokenResponseType(string value) => FindValue(value);
}
