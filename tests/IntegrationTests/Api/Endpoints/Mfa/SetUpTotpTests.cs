using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Mfa;

/// <summary>An authenticator app, from its secret to the sign-in that asks for it.</summary>
public sealed class SetUpTotpTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task Sign_ins_ask_for_an_authenticator_once_it_is_set_up_and_turned_on()
    {
        var (name, token) = await SignIn();
        var setup = await SetUp(token);
        setup.Headers["Cache-Control"].ShouldBe("no-store");
        var app = Authenticator.Scan(setup.Member("otpauthUri")!);
        setup.Member("otpauthUri").ShouldBe($"otpauth://totp/CognitoAuth:{Uri.EscapeDataString(name)}?secret={setup.Member("secret")}&issuer=CognitoAuth");

        (await Verify(app.Code(), token)).Status.ShouldBe(204);
        (await Factors(token)).GetProperty("factors").EnumerateArray().Select(factor => factor.GetString()).ShouldContain("SOFTWARE_TOKEN");
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).Member("status").ShouldBe("signed_in", "the app is set up, but not turned on");

        (await Prefer(new { totp = new { enabled = true, preferred = true } }, token)).Status.ShouldBe(204);
        var factors = await Factors(token);
        factors.GetProperty("preferredMfa").GetString().ShouldBe("SOFTWARE_TOKEN_MFA");
        factors.GetProperty("mfa").EnumerateArray().Select(factor => factor.GetString()).ShouldBe(["SOFTWARE_TOKEN_MFA"]);
        (await hidden.Api.Get("/v1/me", token)).Member("mfa.preferred").ShouldBe("SOFTWARE_TOKEN_MFA");
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).Member("challenge.name").ShouldBe("SOFTWARE_TOKEN_MFA");

        (await Prefer(new { totp = new { enabled = false } }, token)).Status.ShouldBe(204);
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).Member("status").ShouldBe("signed_in");
    }

    [Fact]
    public async Task A_used_code_is_refused()
    {
        var (_, token) = await SignIn();
        var code = Authenticator.Scan((await SetUp(token)).Member("otpauthUri")!).Code();
        (await Verify(code, token)).Status.ShouldBe(204);
        (await Verify(code, token)).ShouldBeProblem(400, "code_expired");
    }

    [Fact]
    public async Task The_codes_of_a_replaced_secret_are_refused()
    {
        var (_, token) = await SignIn();
        var first = Authenticator.Scan((await SetUp(token)).Member("otpauthUri")!);
        var second = Authenticator.Scan((await SetUp(token)).Member("otpauthUri")!);
        (await Verify(first.Code(), token)).ShouldBeProblem(400, "code_mismatch");
        (await Verify(second.Code(), token)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task Old_codes_are_refused()
    {
        var (_, token) = await SignIn();
        var app = Authenticator.Scan((await SetUp(token)).Member("otpauthUri")!);
        (await Verify(app.Code(DateTimeOffset.UtcNow.AddMinutes(-5)), token)).ShouldBeProblem(400, "code_mismatch");
    }

    [Fact]
    public async Task An_authenticator_that_is_not_set_up_cannot_be_verified_or_turned_on()
    {
        var (_, token) = await SignIn();
        (await Verify("123456", token)).ShouldBeProblem(400, "mfa_not_configured");
        (await Prefer(new { totp = new { enabled = true } }, token)).ShouldBeProblem(400, "mfa_not_configured");
        (await Prefer(new { sms = new { enabled = true } }, token)).ShouldBeProblem(400, "mfa_not_configured");
    }

    [Fact]
    public async Task A_refused_request_names_the_invalid_member()
    {
        var (_, token) = await SignIn();
        (await Verify("12345", token)).ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors").TryGetProperty("code", out _).ShouldBeTrue();
        (await Prefer(new { totp = new { preferred = true } }, token)).ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors").TryGetProperty("totp.enabled", out _).ShouldBeTrue();
        (await Prefer(new { }, token)).ShouldBeProblem(400, "validation_failed");
    }

    [Fact]
    public async Task Factors_by_message_can_be_turned_on_and_one_of_them_preferred()
    {
        var (name, token) = await SignIn();

        (await Prefer(new { email = new { enabled = true, preferred = true } }, token)).Status.ShouldBe(204);

        (await Factors(token)).GetProperty("preferredMfa").GetString().ShouldBe("EMAIL_OTP");
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).Member("challenge.name").ShouldBe("EMAIL_OTP");
    }

    [Fact]
    public async Task The_authenticator_app_shows_the_name_of_the_product()
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Security:TotpIssuer"] = "Acme Shop" });
        var token = (await api.SignIn(api.Cognito.Pool.Add())).Access;
        (await api.Send(HttpMethod.Post, "/v1/me/mfa/totp", null, token)).Member("otpauthUri")!.ShouldStartWith("otpauth://totp/Acme%20Shop:");
    }

    private async Task<(string Name, string Token)> SignIn()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        return (name, (await hidden.Api.SignIn(name)).Access);
    }

    private async Task<ApiResponse> SetUp(string token)
    {
        var response = await hidden.Api.Send(HttpMethod.Post, "/v1/me/mfa/totp", null, token);
        response.Status.ShouldBe(200, response.Text);
        return response;
    }

    private Task<ApiResponse> Verify(string code, string token) => hidden.Api.Post("/v1/me/mfa/totp/verify", new { code, deviceName = "phone" }, token);

    private Task<ApiResponse> Prefer(object preferences, string token) => hidden.Api.Send(HttpMethod.Put, "/v1/me/mfa", preferences, token);

    private async Task<System.Text.Json.JsonElement> Factors(string token) => (await hidden.Api.Get("/v1/me/factors", token)).Json;
}
