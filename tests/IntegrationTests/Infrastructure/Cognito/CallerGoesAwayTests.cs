using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

public sealed class CallerGoesAwayTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private static readonly TimeSpan PoolDelay = TimeSpan.FromMilliseconds(700);

    [Fact]
    public async Task A_call_that_uses_something_up_is_completed_after_its_caller_disconnects()
    {
        var username = Users.NewName();
        hidden.Api.Cognito.Faults.Delay("SignUp", PoolDelay);
        await Abandon("SignUp", HttpMethod.Post, "/v1/auth/sign-up", new { username, password = Users.Password, attributes = new { email = username } }, bearer: null);
        // The pool cancels a call whose caller disconnects. It completed this call, so the API stayed connected.
        await Wait.Until(() => hidden.Api.Cognito.Inbox.Of(username).Count == 1);
        await Wait.Until(() => hidden.Api.Log.Lines.Any(line => line.Contains("\"SecurityEvent\":\"sign_up.succeeded\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refresh_is_completed_after_its_caller_disconnects_and_other_callers_get_its_response()
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());
        var before = hidden.Api.Cognito.Requests.Of("GetTokensFromRefreshToken").Count;
        hidden.Api.Cognito.Faults.Delay("GetTokensFromRefreshToken", PoolDelay);
        var body = new { refreshToken = tokens.Refresh };
        await Abandon("GetTokensFromRefreshToken", HttpMethod.Post, "/v1/auth/token/refresh", body, bearer: null);
        (await hidden.Api.Post("/v1/auth/token/refresh", body)).Status.ShouldBe(200);
        hidden.Api.Cognito.Requests.Of("GetTokensFromRefreshToken").Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_call_without_side_effect_is_cancelled_when_its_caller_disconnects()
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add(UserStatus.Confirmed));
        (await hidden.Api.Get("/v1/auth/session", tokens.Access)).Status.ShouldBe(200);
        hidden.Api.Cognito.Faults.Delay("GetUser", TimeSpan.FromMinutes(1));
        await Abandon("GetUser", HttpMethod.Get, "/v1/me", body: null, tokens.Access);
        await Wait.Until(() => hidden.Api.Log.Lines.Any(line => line.Contains("\"Flow\":\"GetMeQuery\"", StringComparison.Ordinal) && line.Contains("Abandoned", StringComparison.Ordinal)));
    }

    /// <summary>Makes a call, and disconnects when it has reached the pool.</summary>
    private async Task Abandon(string operation, HttpMethod method, string path, object? body, string? bearer)
    {
        var before = hidden.Api.Cognito.Requests.Of(operation).Count;
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        if (bearer is not null) request.Headers.Authorization = new("Bearer", bearer);
        using var caller = new CancellationTokenSource();
        var call = hidden.Api.Client.SendAsync(request, caller.Token);
        await Wait.Until(() => hidden.Api.Cognito.Requests.Of(operation).Count > before);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }
}
