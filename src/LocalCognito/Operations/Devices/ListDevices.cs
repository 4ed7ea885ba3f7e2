using CognitoAuth.LocalCognito.Operations.Admin;

namespace CognitoAuth.LocalCognito.Operations.Devices;

internal sealed record ListDevicesRequest(string AccessToken, int? Limit, string? PaginationToken);

internal sealed record ListDevicesResponse(IReadOnlyList<DeviceType> Devices, string? PaginationToken)
{
    public static ListDevicesResponse Of(UserDevices devices, int? limit, string? token)
    {
        var page = ListPage.Of(devices.All, limit, token);
        return new ListDevicesResponse([.. page.Items.Select(DeviceType.Of)], page.NextToken);
    }
}

internal sealed class ListDevices : PublicOperation<ListDevicesRequest>
{
    protected override object Execute(LocalUserPool pool, ListDevicesRequest request) =>
        ListDevicesResponse.Of(DeviceTracking.OfCaller(pool, request.AccessToken), request.Limit, request.PaginationToken);
}
