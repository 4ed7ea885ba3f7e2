namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>The times of the exchange with the log. They follow from one setting, so that they fit each other.</summary>
/// <param name="Staleness">For how long an instance decides by what it knows while the log is out of reach: <c>Security:RevocationStaleness</c>.</param>
internal sealed record FeedTimes(TimeSpan Staleness)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(5);

    /// <summary>How long a sign-out waits until its event has arrived, and a sign-in for its mark.</summary>
    public static readonly TimeSpan ArrivalTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between two readings of the log, in case a message was lost.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromTicks(Math.Clamp((Staleness / 30).Ticks, ShortestInterval.Ticks, LongestInterval.Ticks));

    /// <summary>
    /// How long an instance that is new, or that found that the log lost entries, waits before it trusts the log. In that time every other instance notices the loss, and starts to give back what it
    /// knows.
    /// </summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromTicks(Math.Min((Staleness / 6).Ticks, LongestSettling.Ticks));
}
