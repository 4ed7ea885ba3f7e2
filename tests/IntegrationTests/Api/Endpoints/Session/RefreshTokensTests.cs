using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Options;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Session;

public sealed class RefreshTokensTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task A_refresh_returns_no_refresh_token_where_rotation_is_off()
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        var response = await Refresh(api, tokens.Refresh);
        response.Status.ShouldBe(200);
        var refreshed = Tokens.Of(response.Json);
        refreshed.Refresh.ShouldBeNull();
        refreshed.Access.ShouldNotBe(tokens.Access);
        (await api.Get("/v1/auth/session", refreshed.Access)).Member("sessionId").ShouldBe((await api.Get("/v1/auth/session", tokens.Access)).Member("sessionId"));
    }

    [Theory]
    [InlineData("not-a-refresh-token", 401, "invalid_refresh_token")]
    [InlineData("", 400, "validation_failed")]
    [InlineData("has spaces", 400, "validation_failed")]
    public async Task A_refresh_with_an_invalid_token_is_refused(string token, int status, string code) => (await Refresh(hidden.Api, token)).ShouldBeProblem(status, code);

    [Fact]
    public async Task An_expired_refresh_token_is_refused()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var api = TestApi.Start(poolTime: time);
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        time.Advance(TimeSpan.FromDays(31));
        (await Refresh(api, tokens.Refresh)).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_again_after_rotation_ends_the_session()
    {
        await using var api = TestApi.Start(Rotating);
        var first = await api.SignIn(api.Cognito.Pool.Add());
        var second = Tokens.Of((await Refresh(api, first.Refresh)).Json);
        second.Refresh.ShouldNotBeNull().ShouldNotBe(first.Refresh);

        (await Refresh(api, first.Refresh)).ShouldBeProblem(401, "refresh_token_reused");
        (await Refresh(api, second.Refresh)).Status.ShouldBe(401);
        // The newest access token is refused too, because the thief may have it.
        (await api.Get("/v1/auth/verify", second.Access)).ShouldBeProblem(401, "invalid_token");
    }

    [Fact]
    public async Task Simultaneous_refreshes_share_the_response_to_one_upstream_call()
    {
        await using var api = TestApi.Start(Rotating);
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        api.Cognito.Faults.Delay("GetTokensFromRefreshToken", TimeSpan.FromSeconds(1));

        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Refresh(api, tokens.Refresh)));

        responses.ShouldAllBe(response => response.Status == 200);
        responses.Select(response => response.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        api.Cognito.Requests.Of("GetTokensFromRefreshToken").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Simultaneous_refreshes_get_the_response_when_the_first_caller_disconnects()
    {
        await using var api = TestApi.Start(Rotating);
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        api.Cognito.Faults.Delay("GetTokensFromRefreshToken", TimeSpan.FromSeconds(1));
        using var leaving = new CancellationTokenSource();
        var first = api.Client.PostAsJsonAsync("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh }, leaving.Token);
        await Wait.Until(() => api.Cognito.Requests.Of("GetTokensFromRefreshToken").Count == 1);

        var second = Refresh(api, tokens.Refresh);
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await second).Status.ShouldBe(200);
        api.Cognito.Requests.Of("GetTokensFromRefreshToken").Count.ShouldBe(1);
    }

    private static void Rotating(LocalCognitoOptions pool) => pool.Client.RefreshTokenRotation = true;

    private static Task<ApiResponse> Refresh(TestApi api, string? refreshToken) => api.Post("/v1/auth/token/refresh", new { refreshToken });
}
