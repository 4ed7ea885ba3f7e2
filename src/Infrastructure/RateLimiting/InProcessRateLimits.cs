using System.Collections.Concurrent;
using CognitoAuth.Application.Pipeline.RateLimits;

namespace CognitoAuth.Infrastructure.RateLimiting;

/// <summary>Counts in this process. Memory does not depend on the number of names: 8 MiB for each limit that is used.</summary>
/// <param name="time">The clock. Only its monotonic timestamp is used.</param>
/// <param name="columns">Cells in a row of each limit's <see cref="RateLimitSketch"/>: a power of two.</param>
internal sealed class InProcessRateLimits(TimeProvider time, int columns = InProcessRateLimits.Columns) : IRateLimits
{
    /// <summary>Enough that several hundred thousand names within one window cost no other name a permit.</summary>
    public const int Columns = 1 << 18;

    private readonly long _started = time.GetTimestamp();
    private readonly ConcurrentDictionary<string, RateLimitSketch> _sketches = new(StringComparer.Ordinal);

    public ValueTask<RateLimitRefusal?> Take(IReadOnlyList<RateLimitKey> keys, CancellationToken cancellationToken) => ValueTask.FromResult(Take(keys));

    /// <summary>The same, synchronously.</summary>
    public RateLimitRefusal? Take(params IReadOnlyList<RateLimitKey> keys)
    {
        var now = time.GetElapsedTime(_started).Ticks;
        for (var index = 0; index < keys.Count; index++)
        {
            var (limit, counter) = keys[index];
            var wait = _sketches.GetOrAdd(limit.Name, static (_, size) => new RateLimitSketch(size), columns).Take(counter, now, limit.Interval.Ticks, limit.Permits);
            if (wait > 0) return new RateLimitRefusal(limit, TimeSpan.FromTicks(wait));
        }

        return null;
    }
}
