using CognitoAuth.LocalCognito.Operations.Devices;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed class AdminForgetDevice : SignedOperation<AdminDeviceRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminDeviceRequest request)
    {
        DeviceTracking.Forget(AdminDevices.Of(pool, request.UserPoolId, request.Username), request.DeviceKey);
        return null;
    }
}
