using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>What AdminCreateUser does about the invitation. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<MessageActionType>))]
public class MessageActionType : ConstantClass, IConstant<MessageActionType>
{
    /// <summary>RESEND.</summary>
    public static readonly MessageActionType RESEND = new("RESEND");

    /// <summary>SUPPRESS.</summary>
    public static readonly MessageActionType SUPPRESS = new("SUPPRESS");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public MessageActionType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static MessageActionType FindValue(string value) => FindValue<MessageActionType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator MessageActionType(string value) => FindValue(value);
}
