using CognitoAuth.IntegrationTests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Api;

/// <summary>The default rate limits, over HTTP. The clock stands still, so that no permit is restored by itself.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private TestApi _api = null!;

    public async Task InitializeAsync()
    {
        _api = Start();
        await _api.WarmUp();
        // Restores the permits that the warm-up took.
        _clock.Advance(TimeSpan.FromMinutes(1));
    }

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    // An account could be revealed by the number of permits, by the responses before the last, or by the refusal.
    [Theory]
    [InlineData("sign-in", 401, 20)]
    [InlineData("sign-up", 202, 10)]
    [InlineData("sign-up/confirm", 400, 20)]
    [InlineData("sign-up/resend-code", 202, 10)]
    [InlineData("password/forgot", 202, 10)]
    [InlineData("password/reset", 400, 20)]
    public async Task Names_with_and_without_an_account_have_the_same_limits(string path, int status, int permits)
    {
        var known = await UntilRefused(_api.Cognito.Pool.Add(), path);
        var unknown = await UntilRefused(Users.NewName(), path);

        known.Select(response => response.Status).ShouldBe([.. Enumerable.Repeat(status, permits), 429]);
        unknown.Select(response => response.Fingerprint()).ShouldBe(known.Select(response => response.Fingerprint()));
    }

    [Fact]
    public async Task A_refusal_reports_when_to_retry_and_the_owner_can_sign_in_then()
    {
        var name = _api.Cognito.Pool.Add();
        var refused = (await UntilRefused(name))[^1].ShouldBeProblem(429, "rate_limited");
        refused.Headers["Retry-After"].ShouldBe("15");
        refused.Headers["RateLimit-Limit"].ShouldBe("20");
        refused.Headers["RateLimit-Remaining"].ShouldBe("0");
        refused.Headers["RateLimit-Reset"].ShouldBe("15");

        // Cognito has locked the account too, for a time of its own.
        (await SignIn(name, Users.Password)).Status.ShouldBe(429);
        _clock.Advance(TimeSpan.FromSeconds(15));
        (await SignIn(name, Users.Password)).Status.ShouldNotBe(429);
        (await SignIn(name, Users.Password)).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Nothing_reaches_Cognito_once_an_account_is_at_its_limit()
    {
        var name = Users.NewName();
        await UntilRefused(name);
        _api.Cognito.Requests.Clear();

        await SignIn(name.ToUpperInvariant(), "Wrong-horse-1");
        _api.Cognito.Requests.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_accepts_five_guesses_of_a_code()
    {
        var name = _api.Cognito.Pool.Add();
        _api.Cognito.Pool.EnableMfa(name, "EMAIL_OTP");
        var session = (await SignIn(name, Users.Password)).Member("challenge.session");
        for (var guess = 0; guess < 5; guess++) (await Answer(name, session, "000000")).ShouldBeProblem(400, "code_mismatch");

        // The right code comes too late.
        (await Answer(name, session, _api.Cognito.Inbox.LatestCode(name))).ShouldBeProblem(429, "rate_limited");

        var next = (await SignIn(name, Users.Password)).Member("challenge.session");
        (await Answer(name, next, _api.Cognito.Inbox.LatestCode(name))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_account_gets_ten_codes_an_hour()
    {
        var name = _api.Cognito.Pool.Add();
        for (var code = 0; code < 10; code++) (await _api.Post("/v1/auth/password/forgot", new { username = name })).Status.ShouldBe(202);

        (await _api.Post("/v1/auth/password/forgot", new { username = name })).ShouldBeProblem(429, "rate_limited").Headers["Retry-After"].ShouldBe("360");
        (await _api.Post("/v1/auth/sign-up/resend-code", new { username = name })).ShouldBeProblem(429, "rate_limited");
        (await _api.Post("/v1/auth/sign-in", new { username = name, method = "email_otp" })).ShouldBeProblem(429, "rate_limited");
        // Calls that send no code succeed.
        (await SignIn(name, Users.Password)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_address_gets_ten_codes_an_hour_from_all_accounts_together()
    {
        var victim = Users.NewName();
        for (var number = 0; number < 10; number++) (await SignUp($"number{number}", victim)).Status.ShouldBe(202);

        (await SignUp("number10", victim)).ShouldBeProblem(429, "rate_limited");
        (await SignUp("number10", Users.NewName())).Status.ShouldBe(202);
        _api.Cognito.Inbox.Of(victim).Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_sign_up_that_has_a_second_code_sent_counts_once()
    {
        var name = Users.NewName();
        for (var code = 0; code < 10; code++) (await SignUp(name, name)).Status.ShouldBe(202);
        (await SignUp(name, name)).Status.ShouldBe(429);
    }

    [Fact]
    public async Task A_client_is_limited_in_public_calls_but_not_in_verification()
    {
        var tokens = await _api.SignIn(_api.Cognito.Pool.Add());
        for (var call = 1; call < 300; call++) (await SignOut()).Status.ShouldBe(401);

        (await SignOut()).ShouldBeProblem(429, "rate_limited").Headers["RateLimit-Limit"].ShouldBe("300");
        (await SignIn(Users.NewName(), "Wrong-horse-1")).ShouldBeProblem(429, "rate_limited");
        foreach (var path in new[] { "/v1/auth/verify", "/v1/auth/session", "/v1/me" }) (await _api.Get(path, tokens.Access)).Status.ShouldBe(200);
        (await _api.Get("/health/ready")).Status.ShouldBe(200);
    }

    // Without a trusted proxy, the client can write any address into the header.
    [Fact]
    public async Task A_client_cannot_pretend_to_have_other_addresses()
    {
        for (var call = 0; call < 300; call++) await SignOut(from: $"198.51.100.{call % 256}");
        (await SignOut(from: "203.0.113.9")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_each_client_has_its_own_permits()
    {
        await using var api = Start(new() { ["Security:TrustedProxies:0"] = "127.0.0.1", ["Security:RateLimits:PerClient:Permits"] = "2" });
        for (var call = 0; call < 2; call++) (await SignOut("2001:db8:1:2::1", api)).Status.ShouldBe(401);

        (await SignOut("2001:db8:1:2:aaaa::1", api)).Status.ShouldBe(429);
        (await SignOut("2001:db8:1:3::1", api)).Status.ShouldBe(401);
        (await SignOut("198.51.100.1", api)).Status.ShouldBe(401);
    }

    // The answer floor is off: with a clock that stands still, no response would ever be sent.
    private TestApi Start(Dictionary<string, string?>? settings = null) => TestApi.Start(settings: new Dictionary<string, string?>(settings ?? []) { ["Security:AnswerFloor"] = "00:00:00" }, time: _clock, isUnlimited: false);

    /// <summary>Calls about a name, with wrong credentials where there are any, until the first refusal.</summary>
    private async Task<List<ApiResponse>> UntilRefused(string username, string path = "sign-in")
    {
        List<ApiResponse> responses = [];
        var body = new { username, password = "Wrong-horse-1", code = "000000", newPassword = "Other-horse-1", attributes = new { email = username } };
        while (responses.Count < 30 && (responses.Count == 0 || responses[^1].Status != 429)) responses.Add(await _api.Post($"/v1/auth/{path}", body));
        return responses;
    }

    private Task<ApiResponse> SignIn(string username, string password) => _api.Post("/v1/auth/sign-in", new { username, password });

    private Task<ApiResponse> Answer(string username, string? session, string code) => _api.Post("/v1/auth/sign-in/challenge", new { name = "EMAIL_OTP", session, username, code });

    private Task<ApiResponse> SignUp(string username, string email) => _api.Post("/v1/auth/sign-up", new { username, password = Users.Password, attributes = new { email } });

    private Task<ApiResponse> SignOut(string? from = null, TestApi? api = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/sign-out") { Content = JsonContent.Create(new { }) };
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        return (api ?? _api).Send(request);
    }
}
