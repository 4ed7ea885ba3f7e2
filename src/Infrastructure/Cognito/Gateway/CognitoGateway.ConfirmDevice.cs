namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ConfirmDeviceOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken)
    {
        WhenOutcomeUnknown = "Repeat it with the same verifier; the error conflict then means that the device was confirmed.",
        Reading = DeviceRefusal,
    };

    public Task<Result<bool>> ConfirmDevice(Secret accessToken, string deviceKey, string? name, DeviceSecretVerifier verifier, CancellationToken cancellationToken) => Call(
        ConfirmDeviceOperation,
        token => client.ConfirmDeviceAsync(
            new ConfirmDeviceRequest
            {
                AccessToken = accessToken.Reveal(),
                DeviceKey = deviceKey,
                DeviceName = name,
                DeviceSecretVerifierConfig = new DeviceSecretVerifierConfigType { Salt = verifier.Salt?.Reveal(), PasswordVerifier = verifier.PasswordVerifier?.Reveal() },
            },
            token),
        response => Result<bool>.Of(response.UserConfirmationNecessary is true),
        cancellationToken);
}
