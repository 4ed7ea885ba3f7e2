namespace CognitoAuth.LocalCognito.Operations.Devices;

internal sealed record ForgetDeviceRequest(string? AccessToken, string DeviceKey);

internal sealed class ForgetDevice : PublicOperation<ForgetDeviceRequest>
{
    protected override object? Execute(LocalUserPool pool, ForgetDeviceRequest request)
    {
        DeviceTracking.Forget(DeviceTracking.OfCaller(pool, request.AccessToken), request.DeviceKey);
        return null;
    }
}
