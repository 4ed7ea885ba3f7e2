using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Session;

/// <summary>One API over a pool that tracks sessions. The tests of a class share it.</summary>
public sealed class SessionsApi : IAsyncLifetime
{
    /// <summary>The API.</summary>
    public TestApi Api { get; private set; } = null!;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Api = TestApi.Start(options => options.Pool.UserSessionTracking = true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();
}

public sealed class UserSessionsTests(SessionsApi tracking, HiddenApi hidden) : IClassFixture<SessionsApi>, IClassFixture<HiddenApi>
{
    [Fact]
    public async Task The_list_of_sessions_marks_the_callers_session()
    {
        var name = Api.Cognito.Pool.Add();
        var (other, own) = (await Api.SignIn(name), await Api.SignIn(name));

        var response = await Api.Get("/v1/me/sessions", own.Access);

        response.Status.ShouldBe(200, response.Text);
        response.Headers["Cache-Control"].ShouldBe("no-store");
        var sessions = response.Json.GetProperty("sessions").EnumerateArray().ToList();
        sessions.Select(session => session.GetProperty("current").GetBoolean()).ShouldBe([false, true]);
        foreach (var session in sessions)
        {
            session.GetProperty("id").GetString().ShouldStartWith("tkn");
            session.GetProperty("clientId").GetString().ShouldBe(Api.Cognito.ClientId);
            session.GetProperty("createdAt").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
            session.GetProperty("lastActiveAt").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
            session.GetProperty("device").GetString().ShouldBe("unknown");
        }

        response.Text.ShouldNotContain(other.Refresh!);
    }

    [Fact]
    public async Task The_access_tokens_of_an_ended_other_session_are_accepted_until_they_expire()
    {
        var name = Api.Cognito.Pool.Add();
        var (other, own) = (await Api.SignIn(name), await Api.SignIn(name));

        (await End((await Sessions(own))[0], own)).Status.ShouldBe(204);

        (await Api.Post("/v1/auth/token/refresh", new { refreshToken = other.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
        (await Api.Get("/v1/me", other.Access)).ShouldBeProblem(401, "invalid_token");
        (await Api.Get("/v1/auth/verify", other.Access)).Status.ShouldBe(200, "the token does not name the session at Cognito: a documented limit");
        (await Api.Get("/v1/me", own.Access)).Status.ShouldBe(200);
        (await Sessions(own)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_user_can_end_neither_the_current_session_nor_a_session_of_another_user()
    {
        var (own, stranger) = (await Api.SignIn(Api.Cognito.Pool.Add()), await Api.SignIn(Api.Cognito.Pool.Add()));

        (await End((await Sessions(own))[0], own)).ShouldBeProblem(400, "invalid_parameter").Member("detail").ShouldEndWith("sign out.");
        (await End((await Sessions(own))[0], stranger)).ShouldBeProblem(404, "not_found");
        (await End("tkn0", own)).ShouldBeProblem(404, "not_found");
        (await Api.Post("/v1/auth/token/refresh", new { refreshToken = own.Refresh })).Status.ShouldBe(200, "the session continues");
    }

    [Theory]
    [InlineData("%20")]
    [InlineData("tkn1%2F..")]
    [InlineData("%2e%2e%2fsessions")]
    public async Task An_invalid_session_id_is_refused(string id)
    {
        var tokens = await Api.SignIn(Api.Cognito.Pool.Add());

        (await End(id, tokens)).Status.ShouldBeOneOf(400, 404);
    }

    [Fact]
    public async Task A_session_is_ended_once_when_the_response_is_lost()
    {
        await using var api = TestApi.Start(options => options.Pool.UserSessionTracking = true);
        var name = api.Cognito.Pool.Add();
        await api.SignIn(name);
        var own = await api.SignIn(name);
        var id = (await api.Get("/v1/me/sessions", own.Access)).Json.GetProperty("sessions")[0].GetProperty("id").GetString();
        api.Cognito.Faults.DropResponse("RevokeUserSession");

        (await api.Send(HttpMethod.Delete, $"/v1/me/sessions/{id}", null, own.Access)).Status.ShouldBe(204);
        api.Cognito.Requests.Of("RevokeUserSession").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Session_calls_return_501_where_the_pool_does_not_track_sessions()
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());

        (await hidden.Api.Get("/v1/me/sessions", tokens.Access)).ShouldBeProblem(501, "not_enabled");
        (await hidden.Api.Send(HttpMethod.Delete, "/v1/me/sessions/tkn1", null, tokens.Access)).ShouldBeProblem(501, "not_enabled");
    }

    [Fact]
    public async Task Session_calls_require_a_token()
    {
        (await Api.Get("/v1/me/sessions")).ShouldBeProblem(401, "invalid_token");
        (await Api.Send(HttpMethod.Delete, "/v1/me/sessions/tkn1", null, null)).ShouldBeProblem(401, "invalid_token");
        var tokens = await Api.SignIn(Api.Cognito.Pool.Add());
        (await Api.Get("/v1/me/sessions?nextToken=made-up", tokens.Access)).ShouldBeProblem(400, "invalid_parameter");
    }

    private TestApi Api => tracking.Api;

    private Task<ApiResponse> End(string id, Tokens tokens) => Api.Send(HttpMethod.Delete, $"/v1/me/sessions/{id}", null, tokens.Access);

    private async Task<List<string>> Sessions(Tokens tokens) =>
        [.. (await Api.Get("/v1/me/sessions", tokens.Access)).Json.GetProperty("sessions").EnumerateArray().Select(session => session.GetProperty("id").GetString()!)];
}
