using CognitoAuth.LocalCognito.Operations.Devices;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminUpdateDeviceStatusRequest(string UserPoolId, string Username, string DeviceKey, string? DeviceRememberedStatus);

internal sealed class AdminUpdateDeviceStatus : SignedOperation<AdminUpdateDeviceStatusRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUpdateDeviceStatusRequest request)
    {
        DeviceTracking.SetStatus(pool, AdminDevices.Of(pool, request.UserPoolId, request.Username), request.DeviceKey, request.DeviceRememberedStatus);
        return null;
    }
}
