using System.Diagnostics;
using CognitoAuth.Infrastructure.Cognito.Resilience;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Protocol;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

/// <summary>A failure in one quota category of Cognito does not affect the others. The tests measure time, so no other tests run at the same time.</summary>
[Trait("Clock", "Real")]
[Collection(nameof(NotInParallel))]
public sealed class LoadSheddingTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MeasuringTime = TimeSpan.FromSeconds(1.5);

    // A call that is refused here waits only for a free place, for half a second at most.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Two_hundred_hanging_sign_ins_slow_no_other_calls_and_later_sign_ins_are_refused_at_once()
    {
        const int SignIns = 200;
        // They time out after five seconds, as in production.
        await using var api = TestApi.Start(time: TimeProvider.System);
        await api.WarmUp();
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        var refreshToken = tokens.Refresh;
        await Verify(api, tokens, MeasuringTime);

        var quiet = await Verify(api, tokens, MeasuringTime);
        api.Cognito.Requests.Clear();
        api.Cognito.Faults.Delay("InitiateAuth", TimeSpan.FromMinutes(1), times: 2 * SignIns);
        var hanging = Enumerable.Range(0, SignIns).Select(_ => SignIn(api)).ToList();
        await Wait.Until(() => api.Cognito.Requests.Of("InitiateAuth").Count == SignIns);
        var busy = await Verify(api, tokens, MeasuringTime);
        output.WriteLine($"/v1/auth/verify without: {quiet}");
        output.WriteLine($"/v1/auth/verify with {SignIns} hanging sign-ins: {busy}");
        hanging.ShouldAllBe(signIn => !signIn.IsCompleted, "they hang during the whole measurement");

        (await api.Get("/v1/me", tokens.Access)).Status.ShouldBe(200);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken })).Status.ShouldBe(200);
        busy.P99.ShouldBeLessThan(Math.Max(5 * quiet.P99, 100));

        foreach (var response in await Task.WhenAll(hanging)) Refused(response.Response, "upstream_unavailable");
        // The circuit breaker has opened: further sign-ins are refused without a call, and other calls succeed.
        var (next, took) = await SignIn(api);
        Refused(next, "upstream_unavailable");
        took.ShouldBeLessThan(LongestWait);
        api.Cognito.Requests.Of("InitiateAuth").Count.ShouldBe(SignIns);
        (await api.Get("/v1/me", tokens.Access)).Status.ShouldBe(200);
        (await api.Post("/v1/auth/token/refresh", new { refreshToken })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Calls_beyond_the_limit_of_their_category_are_refused_at_once_and_never_sent()
    {
        var inFlight = CognitoResilience.CallsInFlight(QuotaCategory.UserAccountRecovery);
        var waiting = CognitoResilience.CallsWaiting(QuotaCategory.UserAccountRecovery);
        const int Surplus = 20;
        await using var api = TestApi.Start();
        var users = Enumerable.Range(0, inFlight + waiting + Surplus).Select(_ => api.Cognito.Pool.Add()).ToList();
        await api.SignIn(users[0]);
        api.Cognito.Faults.Delay("ForgotPassword", TimeSpan.FromSeconds(3), times: inFlight);

        var calls = users.Select(username => Timed(() => api.Post("/v1/auth/password/forgot", new { username }))).ToList();
        await Wait.Until(() => calls.Count(call => call.IsCompleted) >= waiting + Surplus);
        var refused = calls.Where(call => call.IsCompleted).Select(call => call.Result).ToList();
        foreach (var (response, took) in refused)
        {
            Refused(response, "upstream_throttled");
            took.ShouldBeLessThan(LongestWait);
        }

        await api.SignIn(users[0]);
        output.WriteLine($"{refused.Count} of {calls.Count} refused, the slowest after {refused.Max(call => call.Took).TotalMilliseconds:0} ms");
        (await Task.WhenAll(calls)).Count(call => call.Response.Status == 202).ShouldBe(inFlight);
        api.Cognito.Requests.Of("ForgotPassword").Count.ShouldBe(inFlight);
        // Their places are free.
        (await api.Post("/v1/auth/password/forgot", new { username = users[0] })).Status.ShouldBe(202);
    }

    [Theory]
    [InlineData("throttles")]
    [InlineData("fails")]
    public async Task A_failing_Cognito_gets_at_most_a_tenth_more_calls(string trouble)
    {
        const int Calls = 300;
        await using var api = TestApi.Start();
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        api.Cognito.Faults.Fail("GetUser", trouble == "throttles" ? CognitoException.TooManyRequests() : CognitoException.InternalError(), 3 * Calls);

        // No more at a time than there are places.
        foreach (var wave in Enumerable.Range(0, Calls).Chunk(100))
        {
            foreach (var response in await Task.WhenAll(wave.Select(_ => api.Get("/v1/me", tokens.Access)))) Refused(response, trouble == "throttles" ? "upstream_throttled" : "upstream_unavailable");
        }

        var sends = api.Cognito.Requests.Of("GetUser").Count;
        output.WriteLine($"{sends} requests for {Calls} calls to a Cognito that {trouble}");
        sends.ShouldBeLessThanOrEqualTo(Calls + (Calls / 10) + RetryBudget.Savings);
        if (trouble == "throttles") sends.ShouldBeGreaterThan(Calls, "throttled calls are retried, and do not open the breaker");

        api.Cognito.Faults.Clear();
        // If the breaker has opened, it closes after five seconds.
        await Wait.Until(async () => (await api.Get("/v1/me", tokens.Access)).Status == 200);
    }

    private static void Refused(ApiResponse response, string code)
    {
        response.ShouldBeProblem(503, code);
        response.Headers["Retry-After"].ShouldBe("5");
    }

    private static Task<(ApiResponse Response, TimeSpan Took)> SignIn(TestApi api)
    {
        var username = api.Cognito.Pool.Add();
        return Timed(() => api.Post("/v1/auth/sign-in", new { username, password = Users.Password }));
    }

    private static async Task<(ApiResponse Response, TimeSpan Took)> Timed(Func<Task<ApiResponse>> call)
    {
        var watch = Stopwatch.StartNew();
        return (await call(), watch.Elapsed);
    }

    /// <summary>Verifies tokens one after the other for some time.</summary>
    private static async Task<Latencies> Verify(TestApi api, Support.Tokens tokens, TimeSpan time)
    {
        var latencies = new List<double>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            var (response, took) = await Timed(() => api.Get("/v1/auth/verify", tokens.Access));
            response.Status.ShouldBe(200);
            latencies.Add(took.TotalMilliseconds);
        }

        latencies.Sort();
        return new Latencies(latencies.Count, latencies[latencies.Count / 2], latencies[latencies.Count * 99 / 100]);
    }

    /// <summary>Latencies in milliseconds.</summary>
    private sealed record Latencies(int Count, double P50, double P99)
    {
        public override string ToString() => $"p50 {P50:0.0} ms, p99 {P99:0.0} ms ({Count} calls)";
    }
}
