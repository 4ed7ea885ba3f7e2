namespace CognitoAuth.LocalCognito.Operations.Devices;

internal sealed record UpdateDeviceStatusRequest(string AccessToken, string DeviceKey, string? DeviceRememberedStatus);

internal sealed class UpdateDeviceStatus : PublicOperation<UpdateDeviceStatusRequest>
{
    protected override object? Execute(LocalUserPool pool, UpdateDeviceStatusRequest request)
    {
        DeviceTracking.SetStatus(pool, DeviceTracking.OfCaller(pool, request.AccessToken), request.DeviceKey, request.DeviceRememberedStatus);
        return null;
    }
}
