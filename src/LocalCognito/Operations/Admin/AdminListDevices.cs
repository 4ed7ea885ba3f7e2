using CognitoAuth.LocalCognito.Operations.Devices;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminListDevicesRequest(string UserPoolId, string Username, int? Limit, string? PaginationToken);

internal sealed class AdminListDevices : SignedOperation<AdminListDevicesRequest>
{
    protected override object Execute(LocalUserPool pool, AdminListDevicesRequest request) =>
        ListDevicesResponse.Of(AdminDevices.Of(pool, request.UserPoolId, request.Username), request.Limit, request.PaginationToken);
}
