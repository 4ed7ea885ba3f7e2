using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Session;

public sealed class SignOutTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task After_a_sign_out_the_tokens_of_the_session_are_refused_and_the_refresh_token_is_revoked()
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        var refreshed = Tokens.Of((await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).Json);

        (await api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access)).Status.ShouldBe(204);

        await ShouldBeSignedOut(api, tokens.Access);
        await ShouldBeSignedOut(api, refreshed.Access);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_sign_out_does_not_end_other_sessions_of_the_user()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var (ended, other) = (await api.SignIn(name), await api.SignIn(name));
        (await api.Post("/v1/auth/sign-out", new { refreshToken = ended.Refresh }, ended.Access)).Status.ShouldBe(204);
        (await api.Get("/v1/me", other.Access)).Status.ShouldBe(200);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = other.Refresh })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_sign_out_with_only_a_refresh_token_ends_its_session()
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        (await api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh })).Status.ShouldBe(204);
        await ShouldBeSignedOut(api, tokens.Access);
    }

    [Fact]
    public async Task A_sign_out_with_only_a_rotated_refresh_token_ends_its_session()
    {
        await using var api = TestApi.Start(pool => pool.Client.RefreshTokenRotation = true);
        var first = await api.SignIn(api.Cognito.Pool.Add());
        var second = Tokens.Of((await api.Post("/v1/auth/token/refresh", new { refreshToken = first.Refresh })).Json);
        (await api.Post("/v1/auth/sign-out", new { refreshToken = first.Refresh })).Status.ShouldBe(204);
        await ShouldBeSignedOut(api, first.Access);
        await ShouldBeSignedOut(api, second.Access);
    }

    [Fact]
    public async Task A_refresh_at_the_same_time_does_not_outlive_the_sign_out()
    {
        await using var api = TestApi.Start(pool => pool.Client.RefreshTokenRotation = true);
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        var (refreshing, leaving) = (api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh }), api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }));
        (await leaving).Status.ShouldBe(204);
        await refreshing;
        await ShouldBeSignedOut(api, tokens.Access);
    }

    [Fact]
    public async Task A_sign_out_with_the_refresh_token_of_another_session_ends_the_session_of_the_access_token()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var (own, other) = (await api.SignIn(name), await api.SignIn(name));
        (await api.Post("/v1/auth/sign-out", new { refreshToken = other.Refresh }, own.Access)).Status.ShouldBe(204);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = own.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Fact]
    public async Task After_a_sign_out_with_only_an_access_token_a_refresh_is_refused_and_its_token_revoked()
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        (await api.Send(HttpMethod.Post, "/v1/auth/sign-out", null, tokens.Access)).Status.ShouldBe(204);
        await ShouldBeSignedOut(api, tokens.Access);

        (await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
        // Cognito itself now refuses the token.
        Should.Throw<CognitoException>(() => RefreshAtThePool(api, tokens.Refresh!)).Type.ShouldBe("NotAuthorizedException");
    }

    [Fact]
    public async Task A_sign_out_everywhere_ends_all_sessions_of_the_user_and_no_others()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var (first, second) = (await api.SignIn(name), await api.SignIn(name));
        var other = await api.SignIn(api.Cognito.Pool.Add());

        (await api.Post("/v1/auth/sign-out", new { scope = "everywhere" }, first.Access)).Status.ShouldBe(204);

        await ShouldBeSignedOut(api, first.Access);
        await ShouldBeSignedOut(api, second.Access);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = second.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
        (await api.Get("/v1/me", other.Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_sign_in_right_after_a_sign_out_everywhere_works()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        for (var round = 0; round < 5; round++)
        {
            var tokens = await api.SignIn(name);
            (await api.Get("/v1/me", tokens.Access)).Status.ShouldBe(200, $"round {round}");
            (await api.Post("/v1/auth/sign-out", new { scope = "everywhere" }, tokens.Access)).Status.ShouldBe(204);
            await ShouldBeSignedOut(api, tokens.Access);
        }
    }

    [Fact]
    public async Task A_second_sign_out_succeeds()
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        foreach (var body in new object[] { new { refreshToken = tokens.Refresh }, new { }, new { refreshToken = tokens.Refresh } })
        {
            (await api.Post("/v1/auth/sign-out", body, tokens.Access)).Status.ShouldBe(204);
        }

        (await api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh })).Status.ShouldBe(204);
        (await api.Post("/v1/auth/sign-out", new { refreshToken = "dead-and-gone" })).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_second_sign_out_everywhere_succeeds_and_does_not_end_newer_sign_ins()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var old = await api.SignIn(name);
        (await api.Post("/v1/auth/sign-out", new { scope = "everywhere" }, old.Access)).Status.ShouldBe(204);
        var current = await api.SignIn(name);
        (await api.Post("/v1/auth/sign-out", new { scope = "everywhere" }, old.Access)).Status.ShouldBe(204);
        (await api.Get("/v1/me", current.Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_signed_out_session_must_not_end_the_others()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var (stolen, other) = (await api.SignIn(name), await api.SignIn(name));
        (await api.Post("/v1/auth/sign-out", new { refreshToken = stolen.Refresh }, stolen.Access)).Status.ShouldBe(204);
        (await api.Post("/v1/auth/sign-out", new { scope = "everywhere" }, stolen.Access)).ShouldBeProblem(401, "invalid_token");
        (await api.Get("/v1/me", other.Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_expired_access_token_ends_its_session_but_not_all()
    {
        // The pool's clock is behind, so that its tokens have expired here.
        await using var api = TestApi.Start(poolTime: new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(-2)));
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        (await api.Get("/v1/auth/session", tokens.Access)).ShouldBeProblem(401, "invalid_token");

        (await api.Post("/v1/auth/sign-out", new { scope = "everywhere" }, tokens.Access)).ShouldBeProblem(401, "invalid_token");
        (await api.Post("/v1/auth/sign-out", new { }, tokens.Access)).Status.ShouldBe(204);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_sign_out_during_an_outage_of_Cognito_returns_503_and_the_session_is_refused()
    {
        await using var api = TestApi.Start();
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        api.Cognito.Faults.Respond("RevokeToken", 503, "<html>Service Unavailable</html>", "text/html", times: 3);

        var response = await api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access);
        response.ShouldBeProblem(503, "upstream_unavailable");
        response.Headers.ShouldContainKey("Retry-After");
        await ShouldBeSignedOut(api, tokens.Access);

        (await api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_sign_out_works_in_a_pool_without_token_revocation()
    {
        await using var api = TestApi.Start(pool => pool.Client.EnableTokenRevocation = false);
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        (await api.Get("/v1/auth/session", tokens.Access)).Json.TryGetProperty("sessionId", out _).ShouldBeFalse();
        (await api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access)).Status.ShouldBe(204);
        await ShouldBeSignedOut(api, tokens.Access);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_sign_out_requires_a_token()
    {
        var response = await hidden.Api.Post("/v1/auth/sign-out", new { });
        response.ShouldBeProblem(401, "invalid_token");
        response.Headers["WWW-Authenticate"].ShouldBe("Bearer");
        (await hidden.Api.Post("/v1/auth/sign-out", new { refreshToken = "whatever" }, "forged")).ShouldBeProblem(401, "invalid_token").Headers["WWW-Authenticate"].ShouldBe("Bearer error=\"invalid_token\"");
    }

    private static async Task ShouldBeSignedOut(TestApi api, string accessToken)
    {
        (await api.Get("/v1/auth/verify", accessToken)).ShouldBeProblem(401, "invalid_token");
        (await api.Get("/v1/me", accessToken)).ShouldBeProblem(401, "invalid_token");
    }

    private static void RefreshAtThePool(TestApi api, string refreshToken) => api.Cognito.Pool.Execute(
        "GetTokensFromRefreshToken",
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { api.Cognito.ClientId, api.Cognito.ClientSecret, RefreshToken = refreshToken }));
}
