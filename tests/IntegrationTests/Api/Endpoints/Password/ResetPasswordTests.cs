using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Password;

public sealed class ResetPasswordTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private const string NewPassword = "Another-horse-2";

    [Fact]
    public async Task The_code_sets_the_new_password()
    {
        var name = await Forgot(hidden.Api);
        var response = await Reset(hidden.Api, name, hidden.Api.Cognito.Inbox.LatestCode(name), NewPassword);
        response.Status.ShouldBe(204, response.Text);
        await hidden.Api.SignIn(name, NewPassword);
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).ShouldBeProblem(401, "invalid_credentials");
    }

    [Fact]
    public async Task The_response_is_the_same_for_a_wrong_code_an_unknown_user_and_a_code_that_was_not_requested()
    {
        var wrong = await Reset(hidden.Api, await Forgot(hidden.Api), "000000", NewPassword);
        wrong.ShouldBeProblem(400, "code_mismatch");
        (await Reset(hidden.Api, Users.NewName(), "000000", NewPassword)).Fingerprint().ShouldBe(wrong.Fingerprint());
        (await Reset(hidden.Api, hidden.Api.Cognito.Pool.Add(), "000000", NewPassword)).Fingerprint().ShouldBe(wrong.Fingerprint());
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_does_not_use_the_code_up()
    {
        var name = await Forgot(hidden.Api);
        var code = hidden.Api.Cognito.Inbox.LatestCode(name);
        var errors = (await Reset(hidden.Api, name, code, "weak")).ShouldBeProblem(400, "invalid_password").Json.GetProperty("errors");
        errors.TryGetProperty("newPassword", out _).ShouldBeTrue();
        (await Reset(hidden.Api, name, code, NewPassword)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_password_reset_ends_all_sessions_where_IAM_credentials_are_available()
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Cognito:UseAdminApi"] = "true" });
        var name = await Forgot(api);
        var before = await api.SignIn(name);

        var response = await Reset(api, name, api.Cognito.Inbox.LatestCode(name), NewPassword);
        response.Status.ShouldBe(204, response.Text);

        (await api.Get("/v1/auth/verify", before.Access)).ShouldBeProblem(401, "invalid_token");
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = before.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
        (await api.Get("/v1/me", (await api.SignIn(name, NewPassword)).Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_response_reports_a_changed_password_with_sessions_that_did_not_end()
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Cognito:UseAdminApi"] = "true" });
        var name = await Forgot(api);
        api.Cognito.Faults.Respond("AdminUserGlobalSignOut", 500, """{"__type":"InternalErrorException","message":"x"}""", times: 3);
        (await Reset(api, name, api.Cognito.Inbox.LatestCode(name), NewPassword)).ShouldBeProblem(503, "outcome_unknown").Member("detail")!.ShouldContain("password was changed");
        await api.SignIn(name, NewPassword);
    }

    private static Task<ApiResponse> Reset(TestApi api, string username, string code, string newPassword) => api.Post("/v1/auth/password/reset", new { username, code, newPassword });

    private static async Task<string> Forgot(TestApi api)
    {
        var name = api.Cognito.Pool.Add();
        (await api.Post("/v1/auth/password/forgot", new { username = name })).Status.ShouldBe(202);
        return name;
    }
}
