using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.SignIn;

public sealed class SignInTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    [Fact]
    public async Task Sign_in_returns_tokens()
    {
        var response = await SignIn(hidden.Api, hidden.Api.Cognito.Pool.Add());
        response.Status.ShouldBe(200);
        response.Member("status").ShouldBe("signed_in");
        response.Member("tokens.tokenType").ShouldBe("Bearer");
        response.Json.GetProperty("tokens").GetProperty("expiresIn").GetInt32().ShouldBe(3600);
        response.Json.TryGetProperty("newDevice", out _).ShouldBeFalse();
        response.Headers["Cache-Control"].ShouldBe("no-store");
        Tokens.Of(response.Json).Refresh.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(UserStatus.Unconfirmed, true)]
    [InlineData(UserStatus.ResetRequired, true)]
    [InlineData(UserStatus.Confirmed, false)]
    public async Task Sign_in_returns_the_same_error_for_an_unknown_user_a_wrong_password_and_every_account_state(UserStatus status, bool enabled)
    {
        var wrong = await SignIn(hidden.Api, hidden.Api.Cognito.Pool.Add(), "Wrong-horse-1");
        wrong.ShouldBeProblem(401, "invalid_credentials");
        wrong.Headers.ShouldNotContainKey("WWW-Authenticate");
        (await SignIn(hidden.Api, Users.NewName())).Fingerprint().ShouldBe(wrong.Fingerprint());
        (await SignIn(hidden.Api, hidden.Api.Cognito.Pool.Add(status, enabled))).Fingerprint().ShouldBe(wrong.Fingerprint());
    }

    [Fact]
    public async Task Sign_in_returns_the_same_error_for_a_user_who_is_locked_out()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        for (var attempt = 0; attempt < 6; attempt++) (await SignIn(hidden.Api, name, "Wrong-horse-1")).ShouldBeProblem(401, "invalid_credentials");
        (await SignIn(hidden.Api, name)).ShouldBeProblem(401, "invalid_credentials");
    }

    [Theory]
    [InlineData(UserStatus.Unconfirmed, true, "user_not_confirmed")]
    [InlineData(UserStatus.ResetRequired, true, "password_reset_required")]
    [InlineData(UserStatus.Confirmed, false, "user_disabled")]
    public async Task Sign_in_reveals_the_account_state_where_existence_is_revealed(UserStatus status, bool enabled, string code) =>
        (await SignIn(revealed.Api, revealed.Api.Cognito.Pool.Add(status, enabled))).ShouldBeProblem(403, code);

    [Fact]
    public async Task Sign_in_does_not_reveal_an_unknown_user_even_where_existence_is_revealed()
    {
        var wrong = await SignIn(revealed.Api, revealed.Api.Cognito.Pool.Add(), "Wrong-horse-1");
        (await SignIn(revealed.Api, Users.NewName())).Fingerprint().ShouldBe(wrong.Fingerprint());
    }

    [Fact]
    public async Task Sign_in_returns_a_challenge_for_a_temporary_password()
    {
        var name = hidden.Api.Cognito.Pool.Add(UserStatus.ForceChangePassword);
        var response = await SignIn(hidden.Api, name);
        response.Status.ShouldBe(200);
        response.Member("status").ShouldBe("challenge");
        response.Member("challenge.name").ShouldBe("NEW_PASSWORD_REQUIRED");
        response.Member("challenge.username").ShouldBe(name);
        response.Member("challenge.session")!.Length.ShouldBeGreaterThanOrEqualTo(20);
        response.Json.GetProperty("challenge").GetProperty("requiredAttributes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Sign_in_refuses_a_flow_that_the_client_does_not_allow()
    {
        await using var api = TestApi.Start(pool => pool.Client.ExplicitAuthFlows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
        (await api.Post("/v1/auth/sign-in", new { username = "jane", method = "custom" })).ShouldBeProblem(501, "not_enabled");
    }

    [Fact]
    public async Task Sign_in_requires_a_password_for_the_method_password() =>
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = "jane" })).ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors").TryGetProperty("password", out _).ShouldBeTrue();

    [Fact]
    public async Task Sign_in_uses_the_next_client_secret_when_Cognito_refuses_the_first()
    {
        await using var api = TestApi.Start(
            pool => pool.Client.ClientSecrets = ["the-secret-that-is-active"],
            new Dictionary<string, string?> { ["Cognito:ClientSecrets:0"] = "the-secret-that-was-removed", ["Cognito:ClientSecrets:1"] = "the-secret-that-is-active" });
        var name = api.Cognito.Pool.Add();
        await api.SignIn(name);
        await api.SignIn(name);
        // The second sign-in did not use the refused secret.
        api.Cognito.Requests.Of("InitiateAuth").Count.ShouldBe(3);
    }

    [Fact]
    public async Task Sign_in_does_not_reveal_a_misconfigured_client_and_logs_an_error()
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Cognito:ClientSecrets:0"] = "wrong-secret" });
        (await SignIn(api, api.Cognito.Pool.Add())).ShouldBeProblem(500, "misconfigured");
        api.Log.Lines.ShouldContain(line => line.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) && line.Contains("misconfigured", StringComparison.Ordinal));
    }

    private static Task<ApiResponse> SignIn(TestApi api, string username, string password = Users.Password) => api.Post("/v1/auth/sign-in", new { username, password });
}
