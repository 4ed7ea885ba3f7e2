namespace CognitoAuth.LocalCognito.Operations.Devices;

/// <summary>A device on the wire. Cognito returns its name and whether it is remembered as attributes.</summary>
internal sealed record DeviceType(
    string DeviceKey,
    IReadOnlyList<AttributeType> DeviceAttributes,
    DateTimeOffset DeviceCreateDate,
    DateTimeOffset DeviceLastModifiedDate,
    DateTimeOffset DeviceLastAuthenticatedDate)
{
    public static DeviceType Of(LocalDevice device) => new(
        device.Key,
        [
            new("device_status", "valid"),
            .. device.Name is { } name ? (AttributeType[])[new("device_name", name)] : [],
            new("dev:device_remembered_status", device.IsRemembered ? "remembered" : "not_remembered"),
        ],
        device.ConfirmedAt,
        device.ModifiedAt,
        device.LastAuthenticatedAt);
}
