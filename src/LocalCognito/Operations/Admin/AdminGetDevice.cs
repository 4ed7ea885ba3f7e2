using CognitoAuth.LocalCognito.Operations.Devices;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed class AdminGetDevice : SignedOperation<AdminDeviceRequest>
{
    protected override object Execute(LocalUserPool pool, AdminDeviceRequest request) =>
        new GetDeviceResponse(DeviceType.Of(AdminDevices.Of(pool, request.UserPoolId, request.Username).Require(request.DeviceKey)));
}
