using CognitoAuth.IntegrationTests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary>Sensitive calls require a recent sign-in. A refresh does not count as one.</summary>
public sealed class ReauthenticationTests
{
    private static readonly (HttpMethod Method, string Path, object? Body)[] Sensitive =
    [
        (HttpMethod.Patch, "/v1/me/attributes", new { attributes = new { email = "new@example.com" } }),
        (HttpMethod.Patch, "/v1/me/attributes", new { attributes = new { name = "Jane", phone_number = (string?)null } }),
        (HttpMethod.Post, "/v1/me/mfa/totp", null),
        (HttpMethod.Post, "/v1/me/mfa/totp/verify", new { code = "123456" }),
        (HttpMethod.Put, "/v1/me/mfa", new { totp = new { enabled = false } }),
        (HttpMethod.Post, "/v1/me/passkeys/start", null),
        (HttpMethod.Post, "/v1/me/passkeys/complete", new { credential = new { } }),
        (HttpMethod.Delete, "/v1/me/passkeys/an-id", null),
        (HttpMethod.Post, "/v1/me/devices/us-east-1_0/confirm", new { secretVerifier = new { salt = "AAAA", passwordVerifier = "AAAA" } }),
        (HttpMethod.Put, "/v1/me/devices/us-east-1_0", new { remembered = true }),
        (HttpMethod.Post, "/v1/auth/password/change", new { currentPassword = Users.Password, newPassword = "Another-horse-2" }),
        (HttpMethod.Delete, "/v1/me", null),
    ];

    [Fact]
    public async Task Only_sensitive_calls_require_a_recent_sign_in()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(-61));
        await using var api = TestApi.Start(poolTime: clock);
        var name = api.Cognito.Pool.Add();
        var old = await api.SignIn(name);
        clock.Advance(TimeSpan.FromMinutes(61));
        // A refresh returns a new token of the old sign-in.
        var refreshed = Tokens.Of((await api.Post("/v1/auth/token/refresh", new { refreshToken = old.Refresh })).Json);

        api.Cognito.Requests.Clear();
        foreach (var (method, path, body) in Sensitive)
        {
            var response = await api.Send(method, path, body, refreshed.Access);
            response.ShouldBeProblem(403, "reauthentication_required");
            response.Headers.ShouldNotContainKey("WWW-Authenticate");
        }

        api.Cognito.Requests.All.ShouldBeEmpty("nothing reached Cognito");
        (await api.Get("/v1/me", refreshed.Access)).Status.ShouldBe(200);
        (await api.Get("/v1/me/factors", refreshed.Access)).Status.ShouldBe(200);
        (await api.Get("/v1/me/passkeys", refreshed.Access)).Status.ShouldBe(200);
        (await api.Send(HttpMethod.Patch, "/v1/me/attributes", new { attributes = new { name = "Jane" } }, refreshed.Access)).Status.ShouldBe(200);
        (await api.Send(HttpMethod.Post, "/v1/me/attributes/email/send-code", null, refreshed.Access)).Status.ShouldBe(202);

        (await api.Send(HttpMethod.Delete, "/v1/me", null, (await api.SignIn(name)).Access)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_maximum_age_of_zero_turns_reauthentication_off()
    {
        await using var api = TestApi.Start(
            pool => pool.Client.AccessTokenValidity = TimeSpan.FromHours(24),
            new Dictionary<string, string?> { ["Security:ReauthenticateAfter"] = "00:00:00" },
            new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(-20)));
        var token = (await api.SignIn(api.Cognito.Pool.Add())).Access;
        (await api.Send(HttpMethod.Delete, "/v1/me", null, token)).Status.ShouldBe(204);
    }
}
