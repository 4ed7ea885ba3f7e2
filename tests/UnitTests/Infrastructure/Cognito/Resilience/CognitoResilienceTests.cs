using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.Infrastructure.Cognito.Resilience;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Resilience;

public sealed class CognitoResilienceTests : IDisposable
{
    private static readonly CognitoOperation Read = new(RetryClass.Read, QuotaCategory.UserRead, AuthErrors.InvalidToken);
    private static readonly CognitoOperation SignUp = new(RetryClass.NotRepeatable, QuotaCategory.UserCreation, AuthErrors.InvalidParameter);
    private static readonly CognitoOperation SignIn = new(RetryClass.SignIn, QuotaCategory.UserAuthentication, AuthErrors.InvalidCredentials);
    private static readonly CognitoOperation AnswerChallenge = new(RetryClass.NotRepeatable, QuotaCategory.UserAuthentication, AuthErrors.InvalidCredentials);
    private static readonly CognitoOperation ForgotPassword = new(RetryClass.SendMessage, QuotaCategory.UserAccountRecovery, AuthErrors.NotFound);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    // Only a failing test waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly CognitoResilience _resilience;

    public CognitoResilienceTests() => _resilience = new(_time, NullLogger<CognitoResilience>.Instance);

    public static TheoryData<string> Failures => ["connection", "time", "server"];

    public static TheoryData<string> NoFailures => ["refusal", "throttling", "attempts", "garbage"];

    public void Dispose() => _resilience.Dispose();

    // See docs/cognito.md#repeating-a-call: a call that certainly was not processed may be repeated in every class; one that may have been processed only if a repeat is harmless.
    [Fact]
    public void A_call_is_repeated_by_class_and_fault_as_in_the_table()
    {
        var harmless = new[] { RetryClass.Read, RetryClass.Idempotent, RetryClass.Delete, RetryClass.Replace };
        foreach (var retryClass in Enum.GetValues<RetryClass>())
        {
            var mayRepeat = Enum.GetValues<CognitoFault>().Where(fault => CognitoResilience.MayRepeat(retryClass, fault));
            mayRepeat.ShouldBe(
                harmless.Contains(retryClass)
                    ? [CognitoFault.Throttled, CognitoFault.NotSent, CognitoFault.TimedOut, CognitoFault.Broken, CognitoFault.Garbled]
                    : [CognitoFault.Throttled, CognitoFault.NotSent],
                $"class {retryClass}");
        }
    }

    [Fact]
    public async Task An_attempt_that_may_be_repeated_ends_after_two_seconds_and_the_call_after_five()
    {
        using var hanging = new HangingCall();
        var start = _time.GetUtcNow();
        var call = hanging.Through(_resilience, Read);

        await hanging.Attempt();
        _time.Advance(CognitoResilience.AttemptTimeout - Moment);
        hanging.Attempts.ShouldBe(1);
        _time.Advance(Moment);
        // The wait before the next attempt is random, and begins when the thread pool schedules it.
        while (hanging.Attempts == 1) await Step();
        (_time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(4));
        while (!call.IsCompleted && _time.GetUtcNow() - start < TimeSpan.FromSeconds(10)) await Step();

        await Should.ThrowAsync<TimeoutRejectedException>(call.WaitAsync(Patience));
        (_time.GetUtcNow() - start).ShouldBeInRange(CognitoResilience.TotalTimeout, CognitoResilience.TotalTimeout + TimeSpan.FromSeconds(1));
        hanging.Attempts.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task A_call_that_may_not_be_repeated_gets_the_whole_time()
    {
        using var hanging = new HangingCall();
        var call = hanging.Through(_resilience, SignUp);

        await hanging.Attempt();
        _time.Advance(CognitoResilience.TotalTimeout - Moment);
        call.IsCompleted.ShouldBeFalse();
        _time.Advance(Moment);

        await Should.ThrowAsync<TimeoutRejectedException>(call.WaitAsync(Patience));
        hanging.Attempts.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_broken_Cognito_is_not_called_for_five_seconds(string failure)
    {
        var asked = 0;
        for (var call = 0; call < CognitoResilience.BreakerThroughput; call++) await Should.ThrowAsync<Exception>(Ask(Fault(failure)));

        await Should.ThrowAsync<BrokenCircuitException>(Ask(Fault(failure)));
        asked.ShouldBe(CognitoResilience.BreakerThroughput);

        _time.Advance(CognitoResilience.BreakTime + Moment);
        await Ask(null);
        await Ask(null);
        asked.ShouldBe(CognitoResilience.BreakerThroughput + 2);

        Task Ask(Exception? fault) =>
            _resilience.Execute(SignUp, _ => ++asked > 0 && fault is not null ? throw fault : Task.FromResult(7), CancellationToken.None).WaitAsync(Patience);
    }

    [Theory]
    [MemberData(nameof(NoFailures))]
    public async Task The_breaker_ignores_what_does_not_mean_a_broken_Cognito(string fault)
    {
        using var resilience = new CognitoResilience(TimeProvider.System, NullLogger<CognitoResilience>.Instance);
        for (var call = 0; call < 3 * CognitoResilience.BreakerThroughput; call++) await Should.ThrowAsync<Exception>(Send(Fault(fault)));

        (await Send(null)).ShouldBe(7);

        Task<int> Send(Exception? exception) => resilience.Execute(SignUp, _ => exception is null ? Task.FromResult(7) : throw exception, CancellationToken.None);
    }

    [Fact]
    public async Task Callers_that_disconnect_do_not_count_as_failures()
    {
        for (var call = 0; call < 2 * CognitoResilience.BreakerThroughput; call++)
        {
            using var caller = new CancellationTokenSource();
            using var hanging = new HangingCall();
            var abandoned = hanging.Through(_resilience, Read, caller.Token);
            await hanging.Attempt();
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(abandoned.WaitAsync(Patience));
            hanging.Attempts.ShouldBe(1);
        }

        (await Send(Read, null)).ShouldBe(7);
    }

    [Fact]
    public async Task The_classes_of_a_category_share_one_breaker_and_other_categories_have_their_own()
    {
        for (var call = 0; call < CognitoResilience.BreakerThroughput; call++) await Should.ThrowAsync<IOException>(Send(SignIn, new IOException("…")));

        await Should.ThrowAsync<BrokenCircuitException>(Send(AnswerChallenge, null));
        foreach (var elsewhere in new[] { Read, SignUp, ForgotPassword }) (await Send(elsewhere, null)).ShouldBe(7);
    }

    [Fact]
    public async Task The_log_reports_when_a_breaker_opens_and_when_it_closes()
    {
        var logs = new RecordedLogs();
        using var resilience = new CognitoResilience(_time, logs.For<CognitoResilience>());

        for (var call = 0; call < CognitoResilience.BreakerThroughput; call++)
        {
            await Should.ThrowAsync<IOException>(resilience.Execute<int>(SignUp, _ => throw new IOException("…"), CancellationToken.None).WaitAsync(Patience));
        }
        _time.Advance(CognitoResilience.BreakTime + Moment);
        await resilience.Execute(SignUp, _ => Task.FromResult(7), CancellationToken.None);

        logs.Lines.Select(line => $"{line.Level}: {line.Message}").ShouldBe(
        [
            "Error: Cognito fails calls of the category UserCreation: further calls are refused for 5 s, then one is tried",
            "Information: Cognito responds to calls of the category UserCreation again",
        ]);
    }

    [Fact]
    public async Task Calls_of_a_category_beyond_those_in_flight_and_in_the_queue_are_refused_at_once()
    {
        var inFlight = CognitoResilience.CallsInFlight(QuotaCategory.UserAccountRecovery);
        var waiting = CognitoResilience.CallsWaiting(QuotaCategory.UserAccountRecovery);
        using var hanging = new HangingCall();
        var calls = Enumerable.Range(0, inFlight + waiting).Select(_ => hanging.Through(_resilience, ForgotPassword)).ToArray();
        for (var attempt = 0; attempt < inFlight; attempt++) await hanging.Attempt();

        await Should.ThrowAsync<RateLimiterRejectedException>(Send(ForgotPassword, null));
        foreach (var elsewhere in new[] { Read, SignUp, SignIn }) (await Send(elsewhere, null)).ShouldBe(7);

        // Queued calls get the places of completed ones.
        hanging.End();
        (await Task.WhenAll(calls).WaitAsync(Patience)).ShouldAllBe(result => result == 7);
        hanging.Attempts.ShouldBe(inFlight + waiting);
        (await Send(ForgotPassword, null)).ShouldBe(7);
    }

    [Fact]
    public async Task A_queued_call_waits_at_most_half_a_second()
    {
        var inFlight = CognitoResilience.CallsInFlight(QuotaCategory.UserAccountRecovery);
        using var hanging = new HangingCall();
        var calls = Enumerable.Range(0, inFlight + 1).Select(_ => hanging.Through(_resilience, ForgotPassword)).ToArray();
        for (var attempt = 0; attempt < inFlight; attempt++) await hanging.Attempt();

        _time.Advance(Bulkhead.LongestWait - Moment);
        calls.ShouldAllBe(call => !call.IsCompleted);
        _time.Advance(Moment);
        await Should.ThrowAsync<RateLimiterRejectedException>(calls[^1].WaitAsync(Patience));

        hanging.Attempts.ShouldBe(inFlight, "it was never sent");
        hanging.End();
        await Task.WhenAll(calls[..^1]).WaitAsync(Patience);
    }

    [Fact]
    public async Task A_caller_that_disconnects_leaves_the_queue()
    {
        var inFlight = CognitoResilience.CallsInFlight(QuotaCategory.UserRead);
        using var hanging = new HangingCall();
        var calls = Enumerable.Range(0, inFlight).Select(_ => hanging.Through(_resilience, Read)).ToArray();
        for (var attempt = 0; attempt < inFlight; attempt++) await hanging.Attempt();
        using var caller = new CancellationTokenSource();
        var abandoned = hanging.Through(_resilience, Read, caller.Token);

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(abandoned.WaitAsync(Patience));
        hanging.End();
        await Task.WhenAll(calls).WaitAsync(Patience);
        hanging.Attempts.ShouldBe(inFlight);
    }

    [Fact]
    public async Task A_Cognito_that_throttles_everything_gets_at_most_a_tenth_more_calls()
    {
        const int Calls = 1_000;
        var sends = 0;
        using var resilience = new CognitoResilience(TimeProvider.System, NullLogger<CognitoResilience>.Instance);

        // In ten waves, since this test is not about the limit of calls in flight.
        for (var wave = 0; wave < 10; wave++)
        {
            await Task.WhenAll(Enumerable.Range(0, Calls / 10).Select(_ => Should.ThrowAsync<TooManyRequestsException>(resilience.Execute<int>(
                Read,
                _ =>
                {
                    Interlocked.Increment(ref sends);
                    throw new TooManyRequestsException("Rate exceeded");
                },
                CancellationToken.None))));
        }

        sends.ShouldBeGreaterThan(Calls + (Calls / 20), "repeats are not off");
        sends.ShouldBeLessThanOrEqualTo(Calls + (Calls / 10) + RetryBudget.Savings);
    }

    [Fact]
    public void Every_call_that_may_be_in_flight_has_a_connection() =>
        CognitoResilience.MostCallsInFlight.ShouldBe(Enum.GetValues<QuotaCategory>().Sum(category => 2 * category.DefaultQuota()));

    private static Exception Fault(string name) => name switch
    {
        "connection" => new IOException("the connection broke"),
        "time" => new TimeoutException(),
        "server" => new InternalErrorException("…"),
        "refusal" => new NotAuthorizedException("Incorrect username or password."),
        "throttling" => new AmazonServiceException("…", ErrorType.Unknown, "Throttling", null, System.Net.HttpStatusCode.BadRequest),
        "attempts" => new LimitExceededException("Attempt limit exceeded, please try after some time."),
        _ => new UnusableResponseException("…"),
    };

    private Task<int> Send(CognitoOperation operation, Exception? fault) =>
        _resilience.Execute(operation, _ => fault is null ? Task.FromResult(7) : throw fault, CancellationToken.None).WaitAsync(Patience);

    /// <summary>Advances the clock, and runs what waited for it.</summary>
    private Task Step()
    {
        _time.Advance(TimeSpan.FromMilliseconds(20));
        return Task.Delay(TimeSpan.FromMilliseconds(1));
    }

    /// <summary>A call that ends only when the test completes it.</summary>
    private sealed class HangingCall : IDisposable
    {
        private readonly SemaphoreSlim _arrivals = new(0);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _attempts;

        public int Attempts => Volatile.Read(ref _attempts);

        public Task<int> Through(CognitoResilience resilience, CognitoOperation operation, CancellationToken cancellationToken = default) => resilience.Execute(
            operation,
            async attempt =>
            {
                Interlocked.Increment(ref _attempts);
                _arrivals.Release();
                await _end.Task.WaitAsync(attempt);
                return 7;
            },
            cancellationToken);

        /// <summary>Completes when one more attempt has begun.</summary>
        public async Task Attempt() => (await _arrivals.WaitAsync(Patience)).ShouldBeTrue("no attempt was made");

        public void End() => _end.SetResult();

        public void Dispose() => _arrivals.Dispose();
    }
}
