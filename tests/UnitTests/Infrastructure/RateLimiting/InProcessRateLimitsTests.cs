using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.RateLimiting;

public sealed class InProcessRateLimitsTests
{
    private static readonly RateLimit Twenty = new("Twenty") { Permits = 20, Window = TimeSpan.FromMinutes(5) };
    private static readonly RateLimit Five = new("Five", refillsEvenly: false) { Permits = 5, Window = TimeSpan.FromMinutes(15) };

    private readonly FakeTimeProvider _clock = new();
    private readonly InProcessRateLimits _limits;

    public InProcessRateLimitsTests() => _limits = new InProcessRateLimits(_clock);

    [Fact]
    public void All_permits_can_be_taken_at_once()
    {
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(20);
        TakeAll(Twenty.Of("name", "joe")).ShouldBe(20);
    }

    [Fact]
    public void A_refusal_has_the_time_until_the_next_permit()
    {
        TakeAll(Twenty.Of("name", "jane"));
        Take(Twenty.Of("name", "jane")).ShouldBe(new RateLimitRefusal(Twenty, TimeSpan.FromSeconds(15)));

        _clock.Advance(TimeSpan.FromSeconds(14));
        Take(Twenty.Of("name", "jane")).ShouldBe(new RateLimitRefusal(Twenty, TimeSpan.FromSeconds(1)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(1);
    }

    [Fact]
    public void Permits_come_back_evenly_up_to_their_number()
    {
        TakeAll(Twenty.Of("name", "jane"));
        _clock.Advance(TimeSpan.FromMinutes(2.5));
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(10);
        _clock.Advance(TimeSpan.FromDays(1));
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(20);
    }

    // Further attempts do not delay the next permit.
    [Fact]
    public void Refused_attempts_are_not_counted()
    {
        TakeAll(Twenty.Of("name", "jane"));
        for (var attempt = 0; attempt < 1_000; attempt++) Take(Twenty.Of("name", "jane")).ShouldNotBeNull();

        _clock.Advance(TimeSpan.FromSeconds(15));
        Take(Twenty.Of("name", "jane")).ShouldBeNull();
    }

    [Fact]
    public void A_limit_of_a_session_gives_no_permit_back_within_its_lifetime()
    {
        var session = Five.Of("session", "session-1");
        Take(session).ShouldBeNull();
        _clock.Advance(TimeSpan.FromMinutes(3));
        TakeAll(session).ShouldBe(4);

        _clock.Advance(TimeSpan.FromMinutes(12) - TimeSpan.FromTicks(1));
        Take(session).ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromTicks(1));
        TakeAll(session).ShouldBe(1);
    }

    [Fact]
    public void Limits_after_one_that_refused_lose_no_permit()
    {
        TakeAll(Five.Of("session", "session-1"));
        Take(Twenty.Of("name", "jane"), Five.Of("session", "session-1")).ShouldNotBeNull().Limit.ShouldBe(Five);
        Take(Five.Of("session", "session-1"), Twenty.Of("name", "joe")).ShouldNotBeNull().Limit.ShouldBe(Five);

        TakeAll(Twenty.Of("name", "jane")).ShouldBe(19);
        TakeAll(Twenty.Of("name", "joe")).ShouldBe(20);
    }

    // Several times, since it is a matter of chance that threads count at the same time.
    [Fact]
    public async Task Concurrent_callers_get_no_extra_permit()
    {
        const int permits = 100_000;
        const int callers = 4;
        var limit = new RateLimit("Many") { Permits = permits, Window = TimeSpan.FromMinutes(1) };
        for (var round = 0; round < 10; round++)
        {
            // Created before, so that only the counting runs concurrently.
            var key = limit.Of("round", $"{round}");
            using var start = new Barrier(callers);
            var admitted = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return Enumerable.Range(0, permits).Count(_ => _limits.Take(key) is null);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            admitted.Sum().ShouldBe(permits);
        }
    }

    // Counters share the cells of the sketch.
    [Fact]
    public void A_thousand_names_have_separate_counters()
    {
        foreach (var name in Enumerable.Range(0, 1_000)) TakeAll(Twenty.Of("name", $"user-{name}")).ShouldBe(20);
    }

    private RateLimitRefusal? Take(params RateLimitKey[] keys) => _limits.Take(keys);

    private int TakeAll(RateLimitKey key)
    {
        var taken = 0;
        while (Take(key) is null) taken++;
        return taken;
    }
}
