namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>The times of the exchange with Redis. They follow from one setting, so that they fit each other.</summary>
/// <param name="Staleness">For how long what is known here decides while Redis cannot be asked: <c>Security:RevocationStaleness</c>.</param>
internal sealed record FeedTimes(TimeSpan Staleness)
{
    private static readonly TimeSpan ShortestBeat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(5);

    /// <summary>How long a sign-out waits for its event to arrive, and a sign-in for its mark.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between two looks at the log: for the case that a message of something new got lost.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromTicks(Math.Clamp((Staleness / 30).Ticks, ShortestBeat.Ticks, LongestBeat.Ticks));

    /// <summary>
    /// How long an instance that is new, or that finds the log lost, waits before it trusts the log: in that time every other instance finds that it was lost, and begins to give back what it knows.
    /// </summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromTicks(Math.Min((Staleness / 6).Ticks, LongestSettling.Ticks));
}
