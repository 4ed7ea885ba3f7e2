namespace CognitoAuth.LocalCognito.Operations.Devices;

internal sealed record GetDeviceRequest(string DeviceKey, string? AccessToken);

internal sealed record GetDeviceResponse(DeviceType Device);

internal sealed class GetDevice : PublicOperation<GetDeviceRequest>
{
    protected override object Execute(LocalUserPool pool, GetDeviceRequest request) =>
        new GetDeviceResponse(DeviceType.Of(DeviceTracking.OfCaller(pool, request.AccessToken).Require(request.DeviceKey)));
}
