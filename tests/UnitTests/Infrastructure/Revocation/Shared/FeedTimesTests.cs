using CognitoAuth.Infrastructure.Revocation.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

public sealed class FeedTimesTests
{
    [Theory]
    [InlineData(1, 50, 166)]
    [InlineData(30, 1_000, 5_000)]
    [InlineData(3_600, 1_000, 5_000)]
    public void Times_follow_from_the_staleness_budget_within_bounds(int staleness, int interval, int settling)
    {
        var times = new FeedTimes(TimeSpan.FromSeconds(staleness));

        ((int)times.Interval.TotalMilliseconds).ShouldBe(interval);
        ((int)times.Settling.TotalMilliseconds).ShouldBe(settling);
        // Every other instance has read the log several times, and many readings can fail before the budget ends.
        times.Settling.ShouldBeGreaterThan(3 * times.Interval);
        times.Staleness.ShouldBeGreaterThan(10 * times.Interval);
    }
}
