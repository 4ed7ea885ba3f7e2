using CognitoAuth.LocalCognito.Srp;

namespace CognitoAuth.LocalCognito.Operations.Devices;

internal sealed record ConfirmDeviceRequest(string AccessToken, string DeviceKey, DeviceSecretVerifierConfigType? DeviceSecretVerifierConfig, string? DeviceName);

internal sealed record DeviceSecretVerifierConfigType(string? PasswordVerifier, string? Salt);

internal sealed record ConfirmDeviceResponse(bool UserConfirmationNecessary);

/// <summary>Confirms a device that received keys at sign-in, and stores the verifier of its secret.</summary>
internal sealed class ConfirmDevice : PublicOperation<ConfirmDeviceRequest>
{
    protected override object Execute(LocalUserPool pool, ConfirmDeviceRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        var configuration = DeviceTracking.RequireOn(pool);
        if (!user.Sessions.Live(pool.Now).Any(session => session.DeviceKey == request.DeviceKey)) throw CognitoException.InvalidParameter("Invalid device key given.");
        var secret = request.DeviceSecretVerifierConfig;
        var verifier = SrpVerifier.Of(Bytes(secret?.Salt, "Salt"), Bytes(secret?.PasswordVerifier, "PasswordVerifier"));
        var device = new LocalDevice(request.DeviceKey, request.DeviceName, verifier, pool.Now);
        user.Devices.Add(device);
        if (!configuration.DeviceOnlyRememberedOnUserPrompt) device.Remember(isRemembered: true, pool.Now);
        return new ConfirmDeviceResponse(configuration.DeviceOnlyRememberedOnUserPrompt);
    }

    private static byte[] Bytes(string? base64, string name)
    {
        if (string.IsNullOrEmpty(base64)) throw CognitoException.MissingParameter(name);
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw CognitoException.InvalidParameter($"{name} is not valid Base64.");
        }
    }
}
