namespace CognitoAuth.Application.Ports;

/// <summary>Counts calls against limits.</summary>
public interface IRateLimits
{
    /// <summary>Takes a permit from each counter, in order. It stops at the first counter without permits; that one and later ones do not change.</summary>
    /// <param name="keys">The counters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The limit that refused the call; <see langword="null"/> if every counter had a permit.</returns>
    ValueTask<RateLimitRefusal?> Take(IReadOnlyList<RateLimitKey> keys, CancellationToken cancellationToken);
}

/// <summary>A limit without permits left.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="RetryAfter">The time until the next permit.</param>
public sealed record RateLimitRefusal(RateLimit Limit, TimeSpan RetryAfter);
