namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ListDevicesOperation = new(RetryClass.Read, QuotaCategory.UserResourceRead, AuthErrors.InvalidToken) { Reading = DeviceRefusal };

    public Task<Result<DevicePage>> ListDevices(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken) => Call(
        ListDevicesOperation,
        token => client.ListDevicesAsync(new ListDevicesRequest { AccessToken = accessToken.Reveal(), Limit = limit, PaginationToken = nextToken }, token),
        response => Result<DevicePage>.Of(new DevicePage([.. (response.Devices ?? []).Select(Device)], response.PaginationToken)),
        cancellationToken);
}
