using CognitoAuth.Infrastructure.Revocation.Shared;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation.Shared;

public sealed class FeedTimesTests
{
    [Theory]
    [InlineData(1, 50, 166)]
    [InlineData(30, 1_000, 5_000)]
    [InlineData(3_600, 1_000, 5_000)]
    public void Follow_from_the_budget_within_bounds(int staleness, int beat, int settling)
    {
        var times = new FeedTimes(TimeSpan.FromSeconds(staleness));

        ((int)times.Beat.TotalMilliseconds).ShouldBe(beat);
        ((int)times.Settling.TotalMilliseconds).ShouldBe(settling);
        // Every other instance has looked at the log several times, and many beats can be lost before the budget is used up.
        times.Settling.ShouldBeGreaterThan(3 * times.Beat);
        times.Staleness.ShouldBeGreaterThan(10 * times.Beat);
    }
}
