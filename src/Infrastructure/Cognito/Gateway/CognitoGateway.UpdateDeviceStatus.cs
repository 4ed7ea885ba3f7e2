using Amazon.CognitoIdentityProvider;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation UpdateDeviceStatusOperation = new(RetryClass.Idempotent, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken) { Reading = DeviceRefusal };

    public Task<Result<Success>> UpdateDeviceStatus(Secret accessToken, string deviceKey, bool remembered, CancellationToken cancellationToken) => Call(
        UpdateDeviceStatusOperation,
        token => client.UpdateDeviceStatusAsync(
            new UpdateDeviceStatusRequest
            {
                AccessToken = accessToken.Reveal(),
                DeviceKey = deviceKey,
                DeviceRememberedStatus = remembered ? DeviceRememberedStatusType.Remembered : DeviceRememberedStatusType.Not_remembered,
            },
            token),
        Done,
        cancellationToken);
}
