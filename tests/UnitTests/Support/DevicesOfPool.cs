using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Steps for tests of devices in the embedded pool: jane's devices, and sign-ins with them.</summary>
internal static class DevicesOfPool
{
    /// <summary>A pool that tracks devices, with jane in it.</summary>
    public static PoolUnderTest Tracking(Action<DeviceConfigurationOptions>? configure = null, Action<LocalCognitoOptions>? other = null)
    {
        var pool = new PoolUnderTest(options =>
        {
            options.Pool.DeviceConfiguration = new DeviceConfigurationOptions();
            configure?.Invoke(options.Pool.DeviceConfiguration);
            other?.Invoke(options);
        });
        pool.AddJaneWithPhone();
        return pool;
    }

    /// <summary>The device keys that a sign-in returned.</summary>
    public static SrpDevice NewDevice(this JsonElement answer)
    {
        var metadata = answer.GetProperty("AuthenticationResult").GetProperty("NewDeviceMetadata");
        return new SrpDevice(metadata.GetProperty("DeviceKey").GetString()!, metadata.GetProperty("DeviceGroupKey").GetString()!);
    }

    public static JsonElement Confirm(this PoolUnderTest pool, string accessToken, SrpDevice device, string? name = "laptop") => pool.Send("ConfirmDevice", Confirmation(accessToken, device, name));

    public static object Confirmation(string accessToken, SrpDevice device, string? name = "laptop")
    {
        var (salt, verifier) = device.Verifier();
        return new { AccessToken = accessToken, DeviceKey = device.Key, DeviceSecretVerifierConfig = new { PasswordVerifier = verifier, Salt = salt }, DeviceName = name };
    }

    /// <summary>Signs in with the password and confirms the new device.</summary>
    public static (IssuedTokens Tokens, SrpDevice Device) SignInOnNewDevice(this PoolUnderTest pool, string username = "jane")
    {
        var answer = pool.Send("InitiateAuth", pool.PasswordSignIn(username));
        var (tokens, device) = (IssuedTokens.Of(answer), answer.NewDevice());
        pool.Confirm(tokens.Access, device);
        return (tokens, device);
    }

    public static JsonElement SrpStart(this PoolUnderTest pool, SrpClient client, string username = "jane") =>
        pool.Send("InitiateAuth", new { pool.ClientId, AuthFlow = "USER_SRP_AUTH", AuthParameters = new { USERNAME = username, SRP_A = client.A } });

    /// <summary>Proves the password by SRP and sends the device key.</summary>
    public static JsonElement SrpPassword(this PoolUnderTest pool, string? deviceKey, string password = PoolUnderTest.Password)
    {
        var (challenge, answer) = pool.SrpPasswordAnswer(deviceKey, password);
        return pool.Respond(challenge, answer);
    }

    public static string SrpPasswordRefusal(this PoolUnderTest pool, string? deviceKey, string password = PoolUnderTest.Password)
    {
        var (challenge, answer) = pool.SrpPasswordAnswer(deviceKey, password);
        return pool.RespondRefusal(challenge, answer);
    }

    /// <summary>Both steps of a device's proof, with the last response.</summary>
    public static JsonElement ProveDevice(this PoolUnderTest pool, JsonElement challenge, SrpDevice device)
    {
        var verifier = pool.StartDevice(challenge, device);
        return pool.Respond(verifier, pool.DeviceProof(verifier, device));
    }

    /// <summary>From <c>DEVICE_SRP_AUTH</c> to <c>DEVICE_PASSWORD_VERIFIER</c>.</summary>
    public static JsonElement StartDevice(this PoolUnderTest pool, JsonElement challenge, SrpDevice device) => pool.Respond(challenge, ("DEVICE_KEY", device.Key), ("SRP_A", device.A));

    public static (string Name, string Value)[] DeviceProof(this PoolUnderTest pool, JsonElement challenge, SrpDevice device) =>
        [.. device.Prove(challenge.GetProperty("ChallengeParameters"), pool.Clock.GetUtcNow()), ("DEVICE_KEY", device.Key)];

    public static string ChallengeName(this JsonElement answer) => answer.TryGetProperty("ChallengeName", out var name) ? name.GetString()! : "";

    private static (JsonElement Challenge, (string Name, string Value)[] Answer) SrpPasswordAnswer(this PoolUnderTest pool, string? deviceKey, string password)
    {
        var client = new SrpClient();
        var challenge = pool.SrpStart(client);
        var proof = client.Prove(challenge, pool.PoolId, password, pool.Clock.GetUtcNow());
        return (challenge, deviceKey is null ? proof : [.. proof, ("DEVICE_KEY", deviceKey)]);
    }
}
