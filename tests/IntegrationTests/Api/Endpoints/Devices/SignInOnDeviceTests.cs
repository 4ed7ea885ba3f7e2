using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Devices;

/// <summary>Sign-ins in which a device proves itself, and sessions that are bound to a device.</summary>
public sealed class SignInOnDeviceTests
{
    [Fact]
    public async Task A_remembered_device_that_proves_itself_replaces_the_second_factor()
    {
        await using var api = UserOnDevices.Start();
        var jane = UserOnDevices.In(api);
        var (_, device) = await jane.SignInOnNewDevice();
        var secret = api.Cognito.Pool.AddSoftwareToken(jane.Username);

        var signedIn = await jane.ProveDevice(await jane.ProvePassword(device.Key), device);

        signedIn.Member("status").ShouldBe("signed_in", signedIn.Text);
        signedIn.Json.TryGetProperty("newDevice", out _).ShouldBeFalse();
        (await api.Get("/v1/me", Tokens.Of(signedIn.Json).Access)).Status.ShouldBe(200);

        var elsewhere = await api.Post("/v1/auth/sign-in", new { username = jane.Username, password = Users.Password });
        elsewhere.Member("challenge.name").ShouldBe("SOFTWARE_TOKEN_MFA", "a new device is asked for it");
        UserOnDevices.NewDevice(await jane.AnswerChallenge(elsewhere, new { code = Totp.Code(secret, DateTimeOffset.UtcNow) })).Key.ShouldNotBe(device.Key);
    }

    [Fact]
    public async Task A_device_without_the_secret_gets_no_tokens()
    {
        await using var api = UserOnDevices.Start();
        var jane = UserOnDevices.In(api);
        var (_, device) = await jane.SignInOnNewDevice();
        var thief = new SrpDevice(device.Key, "-Stolen");

        (await jane.ProveDevice(await jane.ProvePassword(device.Key), thief)).ShouldBeProblem(401, "invalid_credentials");
    }

    [Fact]
    public async Task The_API_proves_the_password_and_the_client_proves_the_device()
    {
        await using var api = UserOnDevices.Start(settings: new Dictionary<string, string?> { ["Cognito:PasswordFlow"] = "USER_SRP_AUTH" });
        var jane = UserOnDevices.In(api);
        var (_, device) = await jane.SignInOnNewDevice();

        var challenge = await api.Post("/v1/auth/sign-in", new { username = jane.Username, password = Users.Password, deviceKey = device.Key });

        (await jane.ProveDevice(challenge, device)).Member("status").ShouldBe("signed_in");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_user_signs_in_on_a_forgotten_device_as_on_a_new_one(bool isOfAnother)
    {
        await using var api = UserOnDevices.Start();
        var jane = UserOnDevices.In(api);
        var (tokens, device) = await (isOfAnother ? UserOnDevices.In(api) : jane).SignInOnNewDevice();
        if (!isOfAnother) (await api.Send(HttpMethod.Delete, $"/v1/me/devices/{device.Key}", null, tokens.Access)).Status.ShouldBe(204);

        UserOnDevices.NewDevice(await jane.ProvePassword(device.Key)).Key.ShouldNotBe(device.Key);
    }

    [Fact]
    public async Task A_session_is_refreshed_on_its_device_and_ends_with_it()
    {
        await using var api = UserOnDevices.Start(pool => pool.Client.RefreshTokenRotation = true);
        var jane = UserOnDevices.In(api);
        var (unconfirmed, early) = await jane.SignIn();
        var (tokens, device) = await jane.SignInOnNewDevice();
        Task<ApiResponse> Refresh(string? refreshToken, string? deviceKey) => api.Post("/v1/auth/token/refresh", new { refreshToken, deviceKey });

        (await Refresh(unconfirmed.Refresh, early.Key)).ShouldBeProblem(401, "invalid_refresh_token");
        (await Refresh(tokens.Refresh, null)).ShouldBeProblem(401, "invalid_refresh_token");
        var refreshed = Tokens.Of((await Refresh(tokens.Refresh, device.Key)).Json);
        (await api.Send(HttpMethod.Delete, $"/v1/me/devices/{device.Key}", null, refreshed.Access)).Status.ShouldBe(204);

        (await Refresh(refreshed.Refresh, device.Key)).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_out_with_only_a_refresh_token_revokes_it_with_or_without_the_device(bool isNamed)
    {
        await using var api = UserOnDevices.Start();
        var (tokens, device) = await UserOnDevices.In(api).SignInOnNewDevice();

        (await api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh, deviceKey = isNamed ? device.Key : null })).Status.ShouldBe(204);

        (await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh, deviceKey = device.Key })).ShouldBeProblem(401, "invalid_refresh_token");
        // The session of the refresh token is known only with the device.
        (await api.Get("/v1/auth/verify", tokens.Access)).Status.ShouldBe(isNamed ? 401 : 200);
    }
}
