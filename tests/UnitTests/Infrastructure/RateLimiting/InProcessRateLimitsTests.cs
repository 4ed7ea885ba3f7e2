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
    public void Gives_as_many_permits_at_once_as_there_are()
    {
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(20);
        TakeAll(Twenty.Of("name", "joe")).ShouldBe(20);
    }

    [Fact]
    public void Says_when_the_next_permit_comes_back()
    {
        TakeAll(Twenty.Of("name", "jane"));
        Take(Twenty.Of("name", "jane")).ShouldBe(new RateLimitRefusal(Twenty, TimeSpan.FromSeconds(15)));

        _clock.Advance(TimeSpan.FromSeconds(14));
        Take(Twenty.Of("name", "jane")).ShouldBe(new RateLimitRefusal(Twenty, TimeSpan.FromSeconds(1)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(1);
    }

    [Fact]
    public void Gives_permits_back_evenly_and_no_more_than_there_are()
    {
        TakeAll(Twenty.Of("name", "jane"));
        _clock.Advance(TimeSpan.FromMinutes(2.5));
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(10);
        _clock.Advance(TimeSpan.FromDays(1));
        TakeAll(Twenty.Of("name", "jane")).ShouldBe(20);
    }

    // Whoever is refused and goes on trying does not put the next permit off.
    [Fact]
    public void Does_not_count_what_it_refused()
    {
        TakeAll(Twenty.Of("name", "jane"));
        for (var attempt = 0; attempt < 1_000; attempt++) Take(Twenty.Of("name", "jane")).ShouldNotBeNull();

        _clock.Advance(TimeSpan.FromSeconds(15));
        Take(Twenty.Of("name", "jane")).ShouldBeNull();
    }

    [Fact]
    public void Gives_nothing_back_within_the_life_of_a_session()
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
    public void Takes_nothing_of_the_limits_after_one_that_refused()
    {
        TakeAll(Five.Of("session", "session-1"));
        Take(Twenty.Of("name", "jane"), Five.Of("session", "session-1")).ShouldNotBeNull().Limit.ShouldBe(Five);
        Take(Five.Of("session", "session-1"), Twenty.Of("name", "joe")).ShouldNotBeNull().Limit.ShouldBe(Five);

        TakeAll(Twenty.Of("name", "jane")).ShouldBe(19);
        TakeAll(Twenty.Of("name", "joe")).ShouldBe(20);
    }

    // Several times, since threads that count at the very same time are a matter of chance.
    [Fact]
    public async Task Gives_not_one_permit_more_to_many_at_once()
    {
        const int permits = 100_000;
        const int callers = 4;
        var limit = new RateLimit("Many") { Permits = permits, Window = TimeSpan.FromMinutes(1) };
        for (var round = 0; round < 10; round++)
        {
            // Made before: what is to collide is the counting.
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

    // The sketch's cells are shared: what a counter has in one row, another may have in another.
    [Fact]
    public void Keeps_a_thousand_names_apart()
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
