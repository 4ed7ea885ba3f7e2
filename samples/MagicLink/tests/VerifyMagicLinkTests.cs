namespace MagicLink.Tests;

public sealed class VerifyMagicLinkTests : IAsyncLifetime
{
    private readonly MagicLinkApi _api = new();

    public VerifyMagicLinkTests() => _api.AddUser("jane@example.com");

    [Fact]
    public async Task An_opened_link_signs_the_user_in()
    {
        var response = await Open(await _api.TokenSentTo("jane@example.com"));

        response.Status.ShouldBe(200, response.Text);
        response.Json.GetProperty("status").GetString().ShouldBe("signed_in");
        var me = await _api.Get("/v1/me", response.Json.GetProperty("tokens").GetProperty("accessToken").GetString());
        me.Json.GetProperty("username").GetString().ShouldBe("jane@example.com");
    }

    [Fact]
    public async Task A_used_link_signs_nobody_in()
    {
        var token = await _api.TokenSentTo("jane@example.com");
        (await Open(token)).Status.ShouldBe(200);

        ShouldBeRefused(await Open(token));
    }

    [Fact]
    public async Task An_old_link_signs_nobody_in()
    {
        var token = await _api.TokenSentTo("jane@example.com");
        _api.Cognito.Clock.Advance(TimeSpan.FromMinutes(3));

        ShouldBeRefused(await Open(token));
    }

    [Fact]
    public async Task The_secret_of_another_link_signs_nobody_in_and_uses_the_link_up()
    {
        var (first, second) = (await _api.TokenSentTo("jane@example.com"), await _api.TokenSentTo("jane@example.com"));

        ShouldBeRefused(await Open($"{first.Split('.')[0]}.{second.Split('.')[1]}"));
        ShouldBeRefused(await Open(first));
        (await Open(second)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_user_who_was_disabled_after_the_mail_is_not_signed_in()
    {
        var token = await _api.TokenSentTo("jane@example.com");
        _api.Cognito.Pool.Execute("AdminDisableUser", """{ "UserPoolId": "us-east-1_LocalPool", "Username": "jane@example.com" }"""u8);

        ShouldBeRefused(await Open(token));
    }

    [Fact]
    public async Task The_response_is_the_same_for_everyone_who_was_sent_no_link() => ShouldBeRefused(await Open("of-no-link.at-all"));

    [Theory]
    [InlineData("")]
    [InlineData("no-secret.")]
    [InlineData("three.parts.here")]
    public async Task A_token_of_another_form_is_refused(string token) => (await Open(token)).Code.ShouldBe("validation_failed");

    [Fact]
    public async Task A_sign_out_ends_the_session_of_a_link()
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
