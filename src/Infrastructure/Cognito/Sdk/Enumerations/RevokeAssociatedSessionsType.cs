using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Whether revoking a token also ends the sessions linked to it. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<RevokeAssociatedSessionsType>))]
public class RevokeAssociatedSessionsType : ConstantClass, IConstant<RevokeAssociatedSessionsType>
{
    /// <summary>NONE.</summary>
    public static readonly RevokeAssociatedSessionsType NONE = new("NONE");

    /// <summary>LINKED.</summary>
    public static readonly RevokeAssociatedSessionsType LINKED = new("LINKED");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public RevokeAssociatedSessionsType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static RevokeAssociatedSessionsType FindValue(string value) => FindValue<RevokeAssociatedSessionsType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator RevokeAssociatedSessionsType(string value) => FindValue(value);
}
