using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Password;

public sealed class ChangePasswordTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private const string NewPassword = "Another-horse-2";

    [Fact]
    public async Task A_password_change_ends_every_session()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var (other, own) = (await api.SignIn(name), await api.SignIn(name));
        var stranger = await api.SignIn(api.Cognito.Pool.Add());

        var response = await Change(api, own.Access, new { currentPassword = Users.Password, newPassword = NewPassword });
        response.Status.ShouldBe(204, response.Text);

        foreach (var ended in new[] { other, own })
        {
            (await api.Get("/v1/auth/verify", ended.Access)).ShouldBeProblem(401, "invalid_token");
            (await api.Post("/v1/auth/token/refresh", new { refreshToken = ended.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
        }

        (await api.Get("/v1/me", stranger.Access)).Status.ShouldBe(200);
        (await api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).ShouldBeProblem(401, "invalid_credentials");
        (await api.Get("/v1/me", (await api.SignIn(name, NewPassword)).Access)).Status.ShouldBe(200, "a sign-in right after it works");
    }

    [Fact]
    public async Task A_password_change_keeps_the_sessions_on_request()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var (other, own) = (await api.SignIn(name), await api.SignIn(name));

        (await Change(api, own.Access, new { currentPassword = Users.Password, newPassword = NewPassword, keepSessions = true })).Status.ShouldBe(204);

        (await api.Get("/v1/me", own.Access)).Status.ShouldBe(200);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = other.Refresh })).Status.ShouldBe(200);
        await api.SignIn(name, NewPassword);
    }

    [Fact]
    public async Task A_wrong_current_password_is_refused_and_ends_no_session()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var tokens = await api.SignIn(name);

        var refused = await Change(api, tokens.Access, new { currentPassword = "Wrong-horse-1", newPassword = NewPassword });
        refused.ShouldBeProblem(401, "invalid_credentials").Member("detail").ShouldBe("The current password is wrong.");
        refused.Headers.ShouldNotContainKey("WWW-Authenticate", "the token is valid");
        (await Change(api, tokens.Access, new { newPassword = NewPassword })).ShouldBeProblem(400, "invalid_parameter");

        (await api.Get("/v1/me", tokens.Access)).Status.ShouldBe(200);
        await api.SignIn(name);
    }

    [Fact]
    public async Task Too_many_password_changes_are_reported()
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        for (var attempt = 0; attempt < 5; attempt++) await Change(api, tokens.Access, new { currentPassword = "Wrong-horse-1", newPassword = NewPassword });

        (await Change(api, tokens.Access, new { currentPassword = Users.Password, newPassword = NewPassword })).ShouldBeProblem(429, "attempts_exceeded").Headers.ShouldContainKey("Retry-After");
    }

    [Fact]
    public async Task A_weak_password_is_refused_with_the_rules_that_it_breaks_here_and_at_the_pool()
    {
        await using var strict = TestApi.Start(pool => pool.Pool.PasswordPolicy.MinimumLength = 20);
        var tokens = await strict.SignIn(strict.Cognito.Pool.Add());

        foreach (var newPassword in new[] { "weak", NewPassword })
        {
            var errors = (await Change(strict, tokens.Access, new { currentPassword = Users.Password, newPassword })).ShouldBeProblem(400, "invalid_password").Json.GetProperty("errors");
            errors.GetProperty("newPassword").GetArrayLength().ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task The_response_reports_a_changed_password_with_sessions_that_did_not_end()
    {
        await using var api = TestApi.Start();
        var name = api.Cognito.Pool.Add();
        var tokens = await api.SignIn(name);
        api.Cognito.Faults.Respond("GlobalSignOut", 500, """{"__type":"InternalErrorException","message":"x"}""", times: 3);

        (await Change(api, tokens.Access, new { currentPassword = Users.Password, newPassword = NewPassword })).ShouldBeProblem(503, "outcome_unknown").Member("detail")!.ShouldContain("password was changed");
        await api.SignIn(name, NewPassword);
    }

    private static Task<ApiResponse> Change(TestApi api, string accessToken, object body) => api.Post("/v1/auth/password/change", body, accessToken);
}
