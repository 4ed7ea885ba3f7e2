using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Devices;

/// <summary>One API over a pool that tracks devices. The tests of a class share it.</summary>
public sealed class DevicesApi : IAsyncLifetime
{
    /// <summary>The API.</summary>
    public TestApi Api { get; private set; } = null!;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Api = UserOnDevices.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();
}

public sealed class DevicesTests(DevicesApi tracking, HiddenApi hidden) : IClassFixture<DevicesApi>, IClassFixture<HiddenApi>
{
    private const string Key = "us-east-1_11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task A_confirmed_device_is_shown_and_listed()
    {
        var (tokens, device) = await Jane().SignInOnNewDevice("Jane's laptop");

        var shown = await Api.Get($"/v1/me/devices/{device.Key}", tokens.Access);
        shown.Status.ShouldBe(200, shown.Text);
        shown.Member("key").ShouldBe(device.Key);
        shown.Member("name").ShouldBe("Jane's laptop");
        shown.Json.GetProperty("remembered").GetBoolean().ShouldBeTrue();
        shown.Json.GetProperty("createdAt").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
        shown.Json.TryGetProperty("lastAuthenticatedAt", out _).ShouldBeTrue();
        shown.Headers["Cache-Control"].ShouldBe("no-store");

        var list = await Api.Get("/v1/me/devices", tokens.Access);
        list.Json.GetProperty("devices").EnumerateArray().ShouldHaveSingleItem().GetRawText().ShouldBe(shown.Text);
        list.Json.TryGetProperty("nextToken", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_response_to_a_confirmation_reports_whether_to_ask_the_user_before_the_device_is_remembered(bool isAsked)
    {
        await using var api = UserOnDevices.Start(pool => pool.Pool.DeviceConfiguration!.DeviceOnlyRememberedOnUserPrompt = isAsked);
        var jane = UserOnDevices.In(api);
        var (tokens, device) = await jane.SignIn();

        (await jane.Confirm(tokens, device)).Text.ShouldBe($$"""{"userConfirmationNecessary":{{(isAsked ? "true" : "false")}}}""");

        (await Remembered(api, device, tokens)).ShouldBe(!isAsked);
    }

    [Fact]
    public async Task A_device_is_confirmed_once_and_only_with_a_key_that_the_user_was_given()
    {
        var jane = Jane();
        var (tokens, device) = await jane.SignInOnNewDevice();
        var (_, others) = await Jane().SignIn();

        (await jane.Confirm(tokens, device)).ShouldBeProblem(409, "conflict");
        (await jane.Confirm(tokens, others)).ShouldBeProblem(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_refused_confirmation_names_the_invalid_member()
    {
        var (tokens, device) = await Jane().SignIn();

        var response = await Api.Post($"/v1/me/devices/{device.Key}/confirm", new { name = new string('n', 300), secretVerifier = new { salt = "%%%" } }, tokens.Access);

        response.ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["name", "secretVerifier.salt", "secretVerifier.passwordVerifier"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_device_can_be_remembered_and_no_longer_remembered()
    {
        var (tokens, device) = await Jane().SignInOnNewDevice();
        Task<ApiResponse> Put(object body) => Api.Send(HttpMethod.Put, $"/v1/me/devices/{device.Key}", body, tokens.Access);

        (await Put(new { remembered = false })).Status.ShouldBe(204);
        (await Remembered(Api, device, tokens)).ShouldBe(false);
        (await Put(new { remembered = true })).Status.ShouldBe(204);
        (await Remembered(Api, device, tokens)).ShouldBe(true);
        (await Put(new { })).ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors").TryGetProperty("remembered", out _).ShouldBeTrue();
        (await Put(new { remembered = "true" })).ShouldBeProblem(400, "malformed_request");
    }

    [Fact]
    public async Task A_device_can_be_forgotten()
    {
        var (tokens, device) = await Jane().SignInOnNewDevice();
        Task<ApiResponse> Forget() => Api.Send(HttpMethod.Delete, $"/v1/me/devices/{device.Key}", null, tokens.Access);

        (await Forget()).Status.ShouldBe(204);

        (await Forget()).ShouldBeProblem(404, "not_found");
        (await Api.Get($"/v1/me/devices/{device.Key}", tokens.Access)).ShouldBeProblem(404, "not_found");
        (await Api.Get("/v1/me/devices", tokens.Access)).Text.ShouldBe("""{"devices":[]}""");
    }

    [Fact]
    public async Task A_device_is_forgotten_once_when_the_response_is_lost()
    {
        await using var api = UserOnDevices.Start();
        var (tokens, device) = await UserOnDevices.In(api).SignInOnNewDevice();
        api.Cognito.Faults.DropResponse("ForgetDevice");

        (await api.Send(HttpMethod.Delete, $"/v1/me/devices/{device.Key}", null, tokens.Access)).Status.ShouldBe(204);
        api.Cognito.Requests.Of("ForgetDevice").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Devices_are_listed_page_by_page()
    {
        var jane = Jane();
        var keys = new List<string>();
        for (var count = 0; count < 3; count++) keys.Add((await jane.SignInOnNewDevice()).Device.Key);
        var (tokens, _) = await jane.SignIn();

        var first = await Api.Get("/v1/me/devices?limit=2", tokens.Access);
        var second = await Api.Get($"/v1/me/devices?limit=2&nextToken={Uri.EscapeDataString(first.Member("nextToken")!)}", tokens.Access);

        Keys(first).Concat(Keys(second)).ShouldBe(keys);
        second.Json.TryGetProperty("nextToken", out _).ShouldBeFalse();
        (await Api.Get("/v1/me/devices?nextToken=made-up", tokens.Access)).ShouldBeProblem(400, "invalid_parameter");
        foreach (var (query, code) in new[] { ("limit=0", "validation_failed"), ("limit=61", "validation_failed"), ("limit=two", "malformed_request"), ("nextToken=", "validation_failed"), ("nextToken=a%20b", "validation_failed") })
        {
            (await Api.Get($"/v1/me/devices?{query}", tokens.Access)).ShouldBeProblem(400, code);
        }
    }

    // ---- other users, other addresses

    [Fact]
    public async Task The_devices_of_another_user_are_out_of_reach()
    {
        var (_, device) = await Jane().SignInOnNewDevice();
        var (stranger, _) = await Jane().SignInOnNewDevice();
        var address = $"/v1/me/devices/{device.Key}";

        // The response is that for a device that does not exist.
        var known = await Api.Get(address, stranger.Access);
        known.ShouldBeProblem(404, "not_found");
        known.Fingerprint().Replace(device.Key, Key, StringComparison.Ordinal).ShouldBe((await Api.Get($"/v1/me/devices/{Key}", stranger.Access)).Fingerprint());
        (await Api.Send(HttpMethod.Put, address, new { remembered = false }, stranger.Access)).ShouldBeProblem(404, "not_found");
        (await Api.Send(HttpMethod.Delete, address, null, stranger.Access)).ShouldBeProblem(404, "not_found");
        Keys(await Api.Get("/v1/me/devices", stranger.Access)).ShouldNotContain(device.Key);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("us-east-1_")]
    [InlineData("us-east-1_ABCDEF")]
    [InlineData("{key}%20")]
    [InlineData("{key}%0a")]
    [InlineData("{key}%2F")]
    [InlineData("{key}%2f..")]
    [InlineData("%2e%2e%2f{key}")]
    [InlineData("..%2Fdevices%2F{key}")]
    [InlineData("..%5Cdevices%5C{key}")]
    [InlineData("{key}%252F")]
    [InlineData("{key};a=b")]
    [InlineData("{key},{key}")]
    [InlineData("{KEY}")]
    [InlineData("%EF%BC%AF{key}")]
    [InlineData("{key}/")]
    [InlineData("./{key}%23")]
    [InlineData("x/../{key}x")]
    [InlineData("{key}/../../devices/{key}x")]
    public async Task An_address_without_a_valid_key_reaches_no_device(string tricky)
    {
        var (tokens, device) = await Jane().SignInOnNewDevice();
        var path = $"/v1/me/devices/{tricky.Replace("{key}", device.Key, StringComparison.Ordinal).Replace("{KEY}", device.Key.ToUpperInvariant(), StringComparison.Ordinal)}";

        foreach (var (method, body) in new (HttpMethod, object?)[] { (HttpMethod.Get, null), (HttpMethod.Put, new { remembered = false }), (HttpMethod.Delete, null) })
        {
            // The raw path: HttpClient would normalize it.
            var response = await Send(method, path, body, tokens.Access);
            // A trailing slash does not change an address; this holds for all endpoints.
            if (tricky == "{key}/" && method == HttpMethod.Get) response.Status.ShouldBe(200);
            else if (tricky != "{key}/") response.Status.ShouldBeOneOf(400, 404);
        }

        if (tricky != "{key}/") (await Remembered(Api, device, tokens)).ShouldBe(true, "the device is unchanged");
    }

    // ---- access

    [Fact]
    public async Task Device_calls_return_501_where_the_pool_does_not_track_devices()
    {
        var api = hidden.Api;
        var token = (await api.SignIn(api.Cognito.Pool.Add())).Access;

        foreach (var (method, path, body) in Calls) (await api.Send(method, path, body, token)).ShouldBeProblem(501, "not_enabled");
    }

    [Fact]
    public async Task Device_calls_require_a_token()
    {
        foreach (var (method, path, body) in Calls)
        {
            (await Api.Send(method, path, body, null)).ShouldBeProblem(401, "invalid_token");
            (await Api.Send(method, path, body, "forged")).ShouldBeProblem(401, "invalid_token");
        }
    }

    private static (HttpMethod Method, string Path, object? Body)[] Calls =>
    [
        (HttpMethod.Get, "/v1/me/devices", null),
        (HttpMethod.Get, $"/v1/me/devices/{Key}", null),
        (HttpMethod.Post, $"/v1/me/devices/{Key}/confirm", UserOnDevices.Confirmation(new SrpDevice(Key, "-group"))),
        (HttpMethod.Put, $"/v1/me/devices/{Key}", new { remembered = false }),
        (HttpMethod.Delete, $"/v1/me/devices/{Key}", null),
    ];

    private TestApi Api => tracking.Api;

    private UserOnDevices Jane() => UserOnDevices.In(Api);

    private static IEnumerable<string> Keys(ApiResponse list) => list.Json.GetProperty("devices").EnumerateArray().Select(device => device.GetProperty("key").GetString()!);

    private static async Task<bool?> Remembered(TestApi api, SrpDevice device, Tokens tokens) =>
        (await api.Get($"/v1/me/devices/{device.Key}", tokens.Access)).Json.TryGetProperty("remembered", out var remembered) ? remembered.GetBoolean() : null;

    private async Task<ApiResponse> Send(HttpMethod method, string path, object? body, string bearer)
    {
        var address = new Uri($"{Api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        request.Headers.Authorization = new("Bearer", bearer);
        return await Api.Send(request);
    }
}
