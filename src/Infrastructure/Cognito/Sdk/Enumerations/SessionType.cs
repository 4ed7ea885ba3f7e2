using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>What a session of a user is. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<SessionType>))]
public class SessionType : ConstantClass, IConstant<SessionType>
{
    /// <summary>SSO.</summary>
    public static readonly SessionType SSO = new("SSO");

    /// <summary>TOKEN.</summary>
    public static readonly SessionType TOKEN = new("TOKEN");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public SessionType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static SessionType FindValue(string value) => FindValue<SessionType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator SessionType(string value) => FindValue(value);
}
