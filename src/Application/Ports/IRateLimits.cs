namespace CognitoAuth.Application.Ports;

/// <summary>Counts against limits.</summary>
public interface IRateLimits
{
    /// <summary>Takes a permit of each counter, in their order, up to the first that has none left: of that and of those after it none is taken.</summary>
    /// <param name="keys">The counters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The limit that refused, or <see langword="null"/> when all have given one.</returns>
    ValueTask<RateLimitRefusal?> Take(IReadOnlyList<RateLimitKey> keys, CancellationToken cancellationToken);
}

/// <summary>A limit that has no permit left.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="RetryAfter">When the next comes back, from now.</param>
public sealed record RateLimitRefusal(RateLimit Limit, TimeSpan RetryAfter);
