namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ForgetDeviceOperation = new(RetryClass.Delete, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken) { Reading = DeviceRefusal };

    public Task<Result<Success>> ForgetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken) => Call(
        ForgetDeviceOperation,
        RecognizingEarlierSuccess(token => client.ForgetDeviceAsync(new ForgetDeviceRequest { AccessToken = accessToken.Reveal(), DeviceKey = deviceKey }, token), refusal => refusal is ResourceNotFoundException),
        Done,
        cancellationToken);
}
