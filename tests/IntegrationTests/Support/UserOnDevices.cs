using CognitoAuth.LocalCognito.Options;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>A user who signs in on devices. It runs the client's half of SRP.</summary>
internal sealed class UserOnDevices(TestApi api, string username)
{
    public string Username => username;

    /// <summary>An API over a pool that tracks devices.</summary>
    public static TestApi Start(Action<LocalCognitoOptions>? pool = null, IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? poolTime = null) => TestApi.Start(
        options =>
        {
            options.Pool.DeviceConfiguration = new DeviceConfigurationOptions { ChallengeRequiredOnNewDevice = true };
            pool?.Invoke(options);
        },
        settings,
        poolTime);

    /// <summary>Adds a user to the pool.</summary>
    public static UserOnDevices In(TestApi api) => new(api, api.Cognito.Pool.Add());

    /// <summary>Makes a device from the keys in a sign-in response.</summary>
    public static SrpDevice NewDevice(ApiResponse signedIn)
    {
        signedIn.Member("status").ShouldBe("signed_in", signedIn.Text);
        return new SrpDevice(signedIn.Member("newDevice.deviceKey")!, signedIn.Member("newDevice.deviceGroupKey")!);
    }

    public async Task<(Tokens Tokens, SrpDevice Device)> SignIn()
    {
        var response = await api.Post("/v1/auth/sign-in", new { username, password = Users.Password });
        return (Tokens.Of(response.Json), NewDevice(response));
    }

    /// <summary>Signs in with the password, and confirms the device.</summary>
    public async Task<(Tokens Tokens, SrpDevice Device)> SignInOnNewDevice(string? name = null)
    {
        var (tokens, device) = await SignIn();
        var response = await Confirm(tokens, device, name);
        response.Status.ShouldBe(200, response.Text);
        return (tokens, device);
    }

    public Task<ApiResponse> Confirm(Tokens tokens, SrpDevice device, string? name = null) => api.Post($"/v1/me/devices/{device.Key}/confirm", Confirmation(device, name), tokens.Access);

    public static object Confirmation(SrpDevice device, string? name = null)
    {
        var (salt, passwordVerifier) = device.Verifier();
        return new { name, secretVerifier = new { salt, passwordVerifier } };
    }

    /// <summary>Proves the password by SRP, and sends the device's key.</summary>
    /// <returns>The response to the answer to <c>PASSWORD_VERIFIER</c>.</returns>
    public async Task<ApiResponse> ProvePassword(string deviceKey)
    {
        var client = new SrpClient();
        var challenge = await api.Post("/v1/auth/sign-in", new { username, method = "srp", srpA = client.A, deviceKey });
        challenge.Member("challenge.name").ShouldBe("PASSWORD_VERIFIER", challenge.Text);
        var proof = client.Prove(
            challenge.Json.GetProperty("challenge").GetProperty("parameters"),
            api.Cognito.UserPoolId.Split('_')[1],
            challenge.Member("challenge.username")!,
            Users.Password,
            SrpClient.Timestamp(DateTimeOffset.UtcNow));
        return await AnswerChallenge(challenge, new { srp = Srp(proof), deviceKey });
    }

    /// <summary>Answers <c>DEVICE_SRP_AUTH</c>, and then <c>DEVICE_PASSWORD_VERIFIER</c>.</summary>
    public async Task<ApiResponse> ProveDevice(ApiResponse challenge, SrpDevice device)
    {
        challenge.Member("challenge.name").ShouldBe("DEVICE_SRP_AUTH", challenge.Text);
        var verifier = await AnswerChallenge(challenge, new { srpA = device.A, deviceKey = device.Key });
        verifier.Member("challenge.name").ShouldBe("DEVICE_PASSWORD_VERIFIER", verifier.Text);
        var proof = device.Prove(verifier.Json.GetProperty("challenge").GetProperty("parameters"), DateTimeOffset.UtcNow);
        return await AnswerChallenge(verifier, new { srp = Srp(proof), deviceKey = device.Key });
    }

    public Task<ApiResponse> AnswerChallenge(ApiResponse challenge, object members)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(members)!.AsObject();
        body["name"] = challenge.Member("challenge.name");
        body["session"] = challenge.Json.GetProperty("challenge").TryGetProperty("session", out var session) ? session.GetString() : null;
        body["username"] = challenge.Member("challenge.username");
        return api.Post("/v1/auth/sign-in/challenge", body);
    }

    private static object Srp((string Name, string Value)[] proof)
    {
        string Of(string name) => proof.Single(response => response.Name == name).Value;
        return new { signature = Of("PASSWORD_CLAIM_SIGNATURE"), secretBlock = Of("PASSWORD_CLAIM_SECRET_BLOCK"), timestamp = Of("TIMESTAMP") };
    }
}
