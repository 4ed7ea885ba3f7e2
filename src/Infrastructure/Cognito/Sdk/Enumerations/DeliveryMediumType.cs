using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>How a code was sent. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<DeliveryMediumType>))]
public class DeliveryMediumType : ConstantClass, IConstant<DeliveryMediumType>
{
    /// <summary>SMS.</summary>
    public static readonly DeliveryMediumType SMS = new("SMS");

    /// <summary>EMAIL.</summary>
    public static readonly DeliveryMediumType EMAIL = new("EMAIL");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public DeliveryMediumType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static DeliveryMediumType FindValue(string value) => FindValue<DeliveryMediumType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator DeliveryMediumType(string value) => FindValue(value);
}
