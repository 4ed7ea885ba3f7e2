using System.Diagnostics;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>Several processes of the API over one user pool and one Redis, as users and load balancers see them.</summary>
[Trait("Clock", "Real")]
[Trait("Needs", "redis")]
public sealed class SeveralInstancesTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>The staleness budget in tests that do not let it run out: long enough for a busy machine.</summary>
    private static readonly TimeSpan LongBudget = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly SeveralInstances _instances = new();

    public Task InitializeAsync() => _instances.InitializeAsync();

    public Task DisposeAsync() => _instances.DisposeAsync();

    [Fact]
    public async Task A_session_that_is_signed_out_on_one_instance_is_refused_on_all_others_promptly()
    {
        var count = Repetitions.Of(500);
        await _instances.Start(3, LongBudget);
        var user = _instances.Cognito.Pool.Add();
        var sessions = new Tokens[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) => sessions[number] = await _instances.SignIn(number % 3, user));
        foreach (var index in new[] { 0, 1, 2 }) (await _instances.Verify(index, sessions[index])).Status.ShouldBe(200);

        List<TimeSpan> delays = [];
        for (var number = 0; number < count; number++)
        {
            var (at, tokens) = (number % 3, sessions[number]);
            (await _instances.SignOut(at, tokens)).Status.ShouldBe(204);
            var watch = Stopwatch.StartNew();
            delays.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Where(index => index != at).Select(index => Refused(index, tokens, watch))));
        }

        delays.Sort();
        TimeSpan Percentile(int percent) => delays[(delays.Count * percent / 100) - 1];
        output.WriteLine($"{count} sign-outs, refused by {delays.Count} responses of other instances after: p50 {Percentile(50).TotalMilliseconds:F1} ms, p95 {Percentile(95).TotalMilliseconds:F1} ms, p99 {Percentile(99).TotalMilliseconds:F1} ms, at most {delays[^1].TotalMilliseconds:F1} ms");
        Percentile(99).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        // The polling interval is longer: a message must have notified the instances.
        Percentile(50).ShouldBeLessThan(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_user_who_signs_out_everywhere_can_sign_in_on_another_instance_in_the_same_second()
    {
        await _instances.Start(3, LongBudget);
        // Only rounds within one second of the clock count.
        for (int rounds = 0, sameSecond = 0; sameSecond < Repetitions.Of(10); rounds++)
        {
            rounds.ShouldBeLessThan(100, "Every round takes longer than a second.");
            var user = _instances.Cognito.Pool.Add();
            var phone = await _instances.SignIn(0, user);
            var laptop = await _instances.SignIn(1, user);
            (await _instances.SignOut(0, phone, "everywhere")).Status.ShouldBe(204);
            var signedOut = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            var again = await _instances.SignIn(1, user);
            var session = await _instances[1].Client.Get("/v1/auth/session", again.Access);
            session.Status.ShouldBe(200, "on the instance that signed in");
            if (session.Json.GetProperty("authTime").GetDateTimeOffset().ToUnixTimeSeconds() == signedOut) sameSecond++;

            foreach (var index in new[] { 0, 1, 2 })
            {
                await Wait.Until(async () => (await _instances.Verify(index, again)).Status == 200);
                await Wait.Until(async () => (await _instances.Verify(index, laptop)).Status == 401);
            }
        }
    }

    [Fact]
    public async Task An_instance_is_ready_only_after_it_is_in_sync()
    {
        await _instances.Start(1, LongBudget);
        var tokens = await _instances.SignIn(0, _instances.Cognito.Pool.Add());
        (await _instances.SignOut(0, tokens)).Status.ShouldBe(204);
        var live = await _instances.SignIn(0, _instances.Cognito.Pool.Add());

        await _instances.Redis.Pause();
        await using var late = await ApiProcess.Listen(_instances.Settings(LongBudget));
        (await late.Client.Get("/health/live")).Status.ShouldBe(200);
        (await late.Client.Get("/health/ready")).Status.ShouldBe(503);
        await Wait.Until(async () => (await late.Client.Get("/v1/auth/verify", tokens.Access)).Code == "revocation_unavailable");
        (await late.Client.Get("/v1/auth/verify", live.Access)).ShouldBeProblem(503, "revocation_unavailable");

        await _instances.Redis.Resume();
        await Wait.Until(async () => (await late.Client.Get("/health/ready")).Status == 200);
        (await late.Client.Get("/v1/auth/verify", tokens.Access)).ShouldBeProblem(401, "invalid_token");
        (await late.Client.Get("/v1/auth/verify", live.Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_Redis_protected_calls_succeed_for_the_staleness_budget_and_then_get_503_until_it_is_back()
    {
        await _instances.Start(1, Short);
        var user = _instances.Cognito.Pool.Add();
        var tokens = await _instances.SignIn(0, user);

        await _instances.Redis.Stop();
        (await _instances.Verify(0, tokens)).Status.ShouldBe(200);
        await Wait.Until(async () => (await _instances.Verify(0, tokens)).Status == 503);
        var refused = await _instances.Verify(0, tokens);
        refused.ShouldBeProblem(503, "revocation_unavailable");
        refused.Headers["Retry-After"].ShouldNotBeNullOrEmpty();
        (await _instances[0].Client.Get("/health/ready")).Status.ShouldBe(503);
        (await _instances[0].Client.Get("/v1/me", tokens.Access)).ShouldBeProblem(503, "revocation_unavailable");

        // A refresh must not use the token up when its owner gets no response. A sign-in needs no check of sign-outs.
        (await _instances[0].Client.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })).ShouldBeProblem(503, "revocation_unavailable");
        _instances.Cognito.Requests.Of("GetTokensFromRefreshToken").ShouldBeEmpty();
        await _instances.SignIn(0, user);

        await _instances.Redis.StartAgain();
        await Wait.Until(async () => (await _instances.Verify(0, tokens)).Status == 200);
        (await _instances[0].Client.Get("/health/ready")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_sign_out_without_Redis_is_revoked_at_Cognito_returns_503_and_is_passed_on_later()
    {
        await _instances.Start(2, LongBudget);
        var user = _instances.Cognito.Pool.Add();
        var phone = await _instances.SignIn(0, user);
        var (everywhere, bystander) = (await _instances.SignIn(0, _instances.Cognito.Pool.Add()), await _instances.SignIn(1, user));
        await _instances.Redis.Stop();

        (await _instances.SignOut(0, phone)).ShouldBeProblem(503, "revocation_unavailable");
        (await _instances.SignOut(0, everywhere, "everywhere")).ShouldBeProblem(503, "revocation_unavailable");

        // A repeated sign-out does not succeed either, while only this instance has recorded it.
        (await _instances.SignOut(0, everywhere, "everywhere")).ShouldBeProblem(503, "revocation_unavailable");

        _instances.Cognito.Requests.Of("RevokeToken").Count.ShouldBe(1);
        _instances.Cognito.Requests.Of("GlobalSignOut").ShouldNotBeEmpty();
        (await _instances.Verify(0, phone)).ShouldBeProblem(401, "invalid_token");
        (await _instances.Verify(0, everywhere)).ShouldBeProblem(401, "invalid_token");
        (await _instances.Verify(0, bystander)).Status.ShouldBe(200);

        await _instances.Redis.StartAgain();
        await Wait.Until(async () => (await _instances.Verify(1, phone)).Status == 401);
        await Wait.Until(async () => (await _instances.Verify(1, everywhere)).Status == 401);
        (await _instances.Verify(1, bystander)).Status.ShouldBe(200);
        // A repeated sign-out succeeds.
        (await _instances.SignOut(0, phone)).Status.ShouldBe(204);
        (await _instances.SignOut(0, everywhere, "everywhere")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task An_instance_that_was_frozen_accepts_no_session_that_was_signed_out_meanwhile()
    {
        await _instances.Start(2, Short);
        var user = _instances.Cognito.Pool.Add();
        await Wait.Until(async () => (await _instances[1].Client.Get("/health/ready")).Status == 200);
        for (var round = 0; round < 3; round++)
        {
            var (ended, live) = (await _instances.SignIn(0, user), await _instances.SignIn(0, user));
            (await _instances.Verify(1, ended)).Status.ShouldBe(200);

            await Signals.Stop(_instances[1].ProcessId);
            (await _instances.SignOut(0, ended)).Status.ShouldBe(204);
            // Sent while the instance is frozen: it responds to these first.
            var asked = Enumerable.Range(0, 20).Select(_ => _instances.Verify(1, ended)).ToList();
            await Task.Delay(Short + TimeSpan.FromSeconds(1));
            await Signals.Continue(_instances[1].ProcessId);

            foreach (var response in await Task.WhenAll(asked)) response.Status.ShouldBeOneOf(401, 503);
            output.WriteLine($"after the freeze: {string.Join(' ', asked.Select(response => response.Result.Status))}");
            await Wait.Until(async () => (await _instances.Verify(1, live)).Status == 200);
            (await _instances.Verify(1, ended)).Status.ShouldBe(401);
        }
    }

    [Fact]
    public async Task An_empty_Redis_gets_the_sign_outs_from_the_instances_and_no_ended_session_is_accepted_again()
    {
        await _instances.Start(2, TimeSpan.FromSeconds(10));
        var user = _instances.Cognito.Pool.Add();
        var (ended, live) = (await _instances.SignIn(0, user), await _instances.SignIn(0, user));
        (await _instances.SignOut(0, ended)).Status.ShouldBe(204);
        await Wait.Until(async () => (await _instances.Verify(1, ended)).Status == 401);

        await _instances.Redis.Stop();
        await _instances.Redis.StartAgain();
        await using var late = await ApiProcess.Start(_instances.Settings(TimeSpan.FromSeconds(10)));

        (await late.Client.Get("/v1/auth/verify", ended.Access)).ShouldBeProblem(401, "invalid_token");
        (await _instances.Verify(0, ended)).Status.ShouldBe(401);
        (await _instances.Verify(1, ended)).Status.ShouldBe(401);
        await Wait.Until(async () => (await _instances.Verify(1, live)).Status == 200);
    }

    private async Task<TimeSpan> Refused(int index, Tokens tokens, Stopwatch watch)
    {
        while ((await _instances.Verify(index, tokens)).Status != 401) watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        return watch.Elapsed;
    }
}
