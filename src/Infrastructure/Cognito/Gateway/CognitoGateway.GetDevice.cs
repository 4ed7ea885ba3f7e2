namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GetDeviceOperation = new(RetryClass.Read, QuotaCategory.UserResourceRead, AuthErrors.InvalidToken) { Reading = DeviceRefusal };

    public Task<Result<Device>> GetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken) => Call(
        GetDeviceOperation,
        token => client.GetDeviceAsync(new GetDeviceRequest { AccessToken = accessToken.Reveal(), DeviceKey = deviceKey }, token),
        response => response.Device?.DeviceKey == deviceKey ? Device(response.Device) : Result<Device>.Failure(AuthErrors.UpstreamInvalid.Because("a response without the device")),
        cancellationToken);
}
