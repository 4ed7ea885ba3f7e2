using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Whether a device is remembered. Values that Cognito adds later are kept as they are.</summary>
[JsonConverter(typeof(ConstantConverter<DeviceRememberedStatusType>))]
public class DeviceRememberedStatusType : ConstantClass, IConstant<DeviceRememberedStatusType>
{
    /// <summary>remembered.</summary>
    public static readonly DeviceRememberedStatusType Remembered = new("remembered");

    /// <summary>not_remembered.</summary>
    public static readonly DeviceRememberedStatusType Not_remembered = new("not_remembered");

    /// <summary>A value, known or not.</summary>
    /// <inheritdoc/>
    public DeviceRememberedStatusType(string value) : base(value)
    {
    }

    /// <summary>The constant of that value, or a new one where AWS has added it since.</summary>
    public static DeviceRememberedStatusType FindValue(string value) => FindValue<DeviceRememberedStatusType>(value);

    /// <summary>As <see cref="FindValue(string)"/>.</summary>
    public static implicit operator DeviceRememberedStatusType(string value) => FindValue(value);
}
