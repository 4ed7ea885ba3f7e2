using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Account;

public sealed class DeleteMeTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task Deletion_deletes_the_user_and_ends_every_session()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var (other, own) = (await api.SignIn(name), await api.SignIn(name));
        var stranger = await api.SignIn(api.Cognito.Pool.Add());

        var response = await Delete(api, own.Access);
        response.Status.ShouldBe(204, response.Text);

        foreach (var ended in new[] { other, own })
        {
            // The API itself refuses the token, without a call to Cognito.
            (await api.Get("/v1/auth/verify", ended.Access)).ShouldBeProblem(401, "invalid_token");
            (await api.Post("/v1/auth/token/refresh", new { refreshToken = ended.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
        }

        (await api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).ShouldBeProblem(401, "invalid_credentials");
        (await api.Get("/v1/me", stranger.Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Deletion_succeeds_when_only_the_response_was_lost()
    {
        await using var api = TestApi.Start();
        var token = (await api.SignIn(api.Cognito.Pool.Add())).Access;
        api.Cognito.Faults.DropResponse("DeleteUser");

        (await Delete(api, token)).Status.ShouldBe(204);

        api.Cognito.Requests.Of("DeleteUser").Count.ShouldBe(2);
        (await api.Get("/v1/auth/verify", token)).ShouldBeProblem(401, "invalid_token");
    }

    [Fact]
    public async Task A_failed_deletion_leaves_the_session_alive_so_that_the_caller_can_repeat_it()
    {
        await using var api = TestApi.Start();
        var token = (await api.SignIn(api.Cognito.Pool.Add())).Access;
        api.Cognito.Faults.Respond("DeleteUser", 503, "<html>Service Unavailable</html>", "text/html", times: 3);

        (await Delete(api, token)).ShouldBeProblem(503, "upstream_unavailable");

        (await Delete(api, token)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task Deletion_ends_the_sessions_of_a_user_who_was_already_deleted()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var token = (await api.SignIn(name)).Access;
        api.Cognito.Pool.Execute("AdminDeleteUser", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { api.Cognito.UserPoolId, Username = name }));

        (await Delete(api, token)).Status.ShouldBe(204);
        (await api.Get("/v1/auth/verify", token)).ShouldBeProblem(401, "invalid_token");
    }

    private static Task<ApiResponse> Delete(TestApi api, string token) => api.Send(HttpMethod.Delete, "/v1/me", null, token);
}
