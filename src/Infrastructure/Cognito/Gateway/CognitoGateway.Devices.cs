using Amazon.CognitoIdentityProvider;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    /// <summary>The errors of operations on devices: the user has no such device, or the pool does not track devices.</summary>
    private static AuthError? DeviceRefusal(AmazonCognitoIdentityProviderException refusal) => refusal switch
    {
        ResourceNotFoundException => AuthErrors.NotFound,
        InvalidUserPoolConfigurationException => AuthErrors.NotEnabled,
        DeviceKeyExistsException => AuthErrors.Conflict with { Detail = "The device is already confirmed." },
        _ => null,
    };

    /// <summary>
    /// Sends a step of a sign-in, and repeats it without the device when Cognito refuses only the device. The key of a device that was forgotten, perhaps on another device, must not lock the user out: the
    /// sign-in continues as on a new device.
    /// </summary>
    private static Task<Result<SignInOutcome>> OrWithoutDevice(string? deviceKey, Func<string?, Task<Result<SignInOutcome>>> send)
    {
        return deviceKey is null ? send(null) : SendOnDevice();

        async Task<Result<SignInOutcome>> SendOnDevice()
        {
            var sent = await send(deviceKey);
            return sent.Error?.Is(AuthErrors.NotFound) is true ? await send(null) : sent;
        }
    }

    private static Device Device(DeviceType? device)
    {
        var attributes = (device?.DeviceAttributes ?? []).Where(attribute => attribute.Name is not null).DistinctBy(attribute => attribute.Name, StringComparer.Ordinal)
            .ToDictionary(attribute => attribute.Name!, attribute => attribute.Value, StringComparer.Ordinal);
        return new Device(
            device?.DeviceKey ?? "",
            attributes.GetValueOrDefault("device_name"),
            attributes.GetValueOrDefault("dev:device_remembered_status") is { } status ? status == DeviceRememberedStatusType.Remembered.Value : null,
            attributes.GetValueOrDefault("last_ip_used"),
            device?.DeviceCreateDate,
            device?.DeviceLastModifiedDate,
            device?.DeviceLastAuthenticatedDate);
    }
}
