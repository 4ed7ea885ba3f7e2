using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Testing;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class HealthTests
{
    [Fact]
    public async Task The_API_is_ready_only_after_the_signing_keys_are_loaded_and_recovers_by_itself()
    {
        await using var cognito = LocalCognitoServer.Start();
        cognito.Jwks.Mode = JwksMode.ServerError;
        // The keys of the pool were unavailable before the API began to load them.
        await using var api = TestApi.Start(settings: cognito.Settings, time: TimeProvider.System);
        var tokens = await api.SignIn(cognito.Pool.Add());

        (await api.Get("/health/live")).Status.ShouldBe(200);
        (await api.Get("/health/ready")).Status.ShouldBe(503);
        foreach (var path in new[] { "/v1/me", "/v1/auth/session", "/v1/auth/verify" })
        {
            var refused = await api.Get(path, tokens.Access);
            refused.ShouldBeProblem(503, "keys_unavailable");
            refused.Headers["Retry-After"].ShouldBe("5");
        }

        cognito.Jwks.Mode = JwksMode.Normal;
        await Wait.Until(async () => (await api.Get("/health/ready")).Status == 200);
        (await api.Get("/v1/me", tokens.Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_API_stays_ready_and_verifies_tokens_when_the_keys_become_unavailable()
    {
        await using var api = TestApi.Start();
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        (await api.Get("/v1/auth/verify", tokens.Access)).Status.ShouldBe(200);

        await api.Cognito.DisposeAsync();
        (await api.Get("/health/ready")).Status.ShouldBe(200);
        (await api.Get("/v1/auth/verify", tokens.Access)).Status.ShouldBe(200);
    }
}
