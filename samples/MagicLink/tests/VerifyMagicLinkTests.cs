namespace MagicLink.Tests;

public sealed class VerifyMagicLinkTests : IAsyncLifetime
{
    private readonly MagicLinkApi _api = new();

    public VerifyMagicLinkTests() => _api.AddUser("jane@example.com");

    [Fact]
    public async Task Signs_the_user_in()
    {
        var response = await Open(await _api.TokenSentTo("jane@example.com"));

        response.Status.ShouldBe(200, response.Text);
        response.Json.GetProperty("status").GetString().ShouldBe("signed_in");
        var me = await _api.Get("/v1/me", response.Json.GetProperty("tokens").GetProperty("accessToken").GetString());
        me.Json.GetProperty("username").GetString().ShouldBe("jane@example.com");
    }

    [Fact]
    public async Task Signs_nobody_in_by_a_link_that_was_used()
    {
        var token = await _api.TokenSentTo("jane@example.com");
        (await Open(token)).Status.ShouldBe(200);

        ShouldBeRefused(await Open(token));
    }

    [Fact]
    public async Task Signs_nobody_in_by_an_old_link()
    {
        var token = await _api.TokenSentTo("jane@example.com");
        _api.Cognito.Clock.Advance(TimeSpan.FromMinutes(3));

        ShouldBeRefused(await Open(token));
    }

    [Fact]
    public async Task Signs_nobody_in_by_a_secret_that_is_another_links_and_spends_the_link()
    {
        var (first, second) = (await _api.TokenSentTo("jane@example.com"), await _api.TokenSentTo("jane@example.com"));

        ShouldBeRefused(await Open($"{first.Split('.')[0]}.{second.Split('.')[1]}"));
        ShouldBeRefused(await Open(first));
        (await Open(second)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Signs_nobody_in_who_was_disabled_meanwhile()
    {
        var token = await _api.TokenSentTo("jane@example.com");
        _api.Cognito.Pool.Execute("AdminDisableUser", """{ "UserPoolId": "us-east-1_LocalPool", "Username": "jane@example.com" }"""u8);

        ShouldBeRefused(await Open(token));
    }

    [Fact]
    public async Task Tells_nobody_apart_who_was_sent_no_link() => ShouldBeRefused(await Open("of-no-link.at-all"));

    [Theory]
    [InlineData("")]
    [InlineData("no-secret.")]
    [InlineData("three.parts.here")]
    public async Task Refuses_what_cannot_be_a_token(string token) => (await Open(token)).Code.ShouldBe("validation_failed");

    [Fact]
    public async Task Signs_in_to_a_session_that_a_sign_out_ends()
    {
        var tokens = (await Open(await _api.TokenSentTo("jane@example.com"))).Json.GetProperty("tokens");
        var accessToken = tokens.GetProperty("accessToken").GetString();
        (await _api.Post("/v1/auth/sign-out", new { refreshToken = tokens.GetProperty("refreshToken").GetString() }, accessToken)).Status.ShouldBe(204);

        (await _api.Get("/v1/auth/session", accessToken)).Code.ShouldBe("invalid_token");
    }

    public Task InitializeAsync() => _api.WarmUp();

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    private Task<ApiResponse> Open(string token) => _api.Post("/v1/auth/magic-link/verify", new { token });

    private static void ShouldBeRefused(ApiResponse response)
    {
        response.Status.ShouldBe(401, response.Text);
        response.Code.ShouldBe("magic_link_invalid");
    }
}
