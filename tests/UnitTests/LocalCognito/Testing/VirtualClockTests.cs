using CognitoAuth.LocalCognito.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.LocalCognito.Testing;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly VirtualClock _clock;

    public VirtualClockTests() => _clock = new VirtualClock(_time);

    [Fact]
    public void Clock_follows_the_other_clock_and_can_be_set_forward()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromHours(1));

        _clock.GetUtcNow().ShouldBe(Start.AddMinutes(121));
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task Setting_the_clock_forward_does_not_change_timers_and_durations()
    {
        var started = _clock.GetTimestamp();
        using var wait = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        _clock.Advance(TimeSpan.FromHours(1));
        wait.IsCancellationRequested.ShouldBeFalse();
        _clock.GetElapsedTime(started).ShouldBe(TimeSpan.Zero);

        _time.Advance(TimeSpan.FromSeconds(5));
        await Should.ThrowAsync<TaskCanceledException>(Task.Delay(Timeout.Infinite, wait.Token));
        _clock.GetElapsedTime(started).ShouldBe(TimeSpan.FromSeconds(5));
    }
}
