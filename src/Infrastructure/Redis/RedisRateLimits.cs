using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Infrastructure.RateLimiting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>
/// Counts in the Redis that instances share: one script for all counters of a call, so it is atomic and takes one round trip. The cells are those of <see cref="RateLimitSketch"/>, in one string for
/// each limit, so Redis holds 8 MiB for a limit, whatever the number of names, and a flood cannot evict sign-outs. What Redis admits is also counted in this process: its counts decide while Redis is unavailable,
/// and no caller waits for Redis.
/// </summary>
internal sealed partial class RedisRateLimits(RedisConnection redis, InProcessRateLimits local, TimeProvider time, ILogger<RedisRateLimits> logger) : IRateLimits
{
    /// <summary>The longest wait for Redis.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    /// <summary>How long Redis is not called after it failed to respond.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Times are by Redis's clock, in microseconds, so the clocks of instances do not matter.
    private const string Script =
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        for i, key in ipairs(KEYS) do
          local first = (i - 1) * 6
          local interval, permits = tonumber(ARGV[first + 1]), tonumber(ARGV[first + 2])
          local read, write = {}, {}
          for row = 1, 4 do
            local cell = '#' .. ARGV[first + 2 + row]
            for _, word in ipairs({ 'GET', 'i64', cell }) do read[#read + 1] = word end
            for _, word in ipairs({ 'SET', 'i64', cell }) do write[#write + 1] = word end
            write[#write + 1] = 0
          end
          local cells = redis.call('BITFIELD', key, unpack(read))
          local all_back = math.max(math.min(unpack(cells)), now) + interval
          local wait = all_back - now - interval * permits
          if wait > 0 then return { i, wait } end
          for row = 1, 4 do write[row * 4] = string.format('%.0f', math.max(cells[row], all_back)) end
          redis.call('BITFIELD', key, unpack(write))
          redis.call('PEXPIRE', key, math.ceil(interval * permits / 1000))
        end
        return { 0, 0 }
        """;

    // Connecting blocks. The first caller does not wait for it: it is counted without Redis.
    private readonly Lazy<Task<IDatabase>> _database = new(() => Task.Run(() => redis.Database));
    private long _retryAt = long.MinValue;
    private int _isUnavailable;

    public async ValueTask<RateLimitRefusal?> Take(IReadOnlyList<RateLimitKey> keys, CancellationToken cancellationToken)
    {
        if (time.GetTimestamp() < Volatile.Read(ref _retryAt)) return local.Take(keys);
        try
        {
            var (refused, wait) = await TakeFromRedis(keys).WaitAsync(LongestWait, time, cancellationToken);
            if (Interlocked.Exchange(ref _isUnavailable, 0) == 1) LogAvailable();
            local.Take([.. keys.Take(refused ?? keys.Count)]);
            return refused is { } index ? new RateLimitRefusal(keys[index].Limit, wait) : null;
        }
        catch (Exception exception) when (exception is RedisException or RedisCommandException or TimeoutException)
        {
            Volatile.Write(ref _retryAt, time.GetTimestamp() + (long)(Pause.TotalSeconds * time.TimestampFrequency));
            if (Interlocked.Exchange(ref _isUnavailable, 1) == 0) LogUnavailable(exception.GetType().Name);
            return local.Take(keys);
        }
    }

    /// <returns>The index of the counter that refused, if any, and for how long.</returns>
    private async Task<(int? Refused, TimeSpan Wait)> TakeFromRedis(IReadOnlyList<RateLimitKey> keys)
    {
        var database = await _database.Value;
        var result = (long[])(await database.ScriptEvaluateAsync(Script, [.. keys.Select(key => (RedisKey)redis.Key($"limit:{key.Limit.Name}"))], [.. keys.SelectMany(Arguments)]))!;
        return result[0] == 0 ? (null, TimeSpan.Zero) : ((int)result[0] - 1, TimeSpan.FromMicroseconds(result[1]));
    }

    private static IEnumerable<RedisValue> Arguments(RateLimitKey key) =>
    [
        Math.Max(1, key.Limit.Interval.Ticks / TimeSpan.TicksPerMicrosecond),
        key.Limit.Permits,
        .. Enumerable.Range(0, RateLimitSketch.Rows).Select(row => (RedisValue)RateLimitSketch.Cell(key.Counter, row, InProcessRateLimits.Columns)),
    ];

    [LoggerMessage(LogLevel.Warning, "Redis does not respond ({Reason}): each instance counts its rate limits alone")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(LogLevel.Information, "Redis responds again: instances share their rate limits")]
    private partial void LogAvailable();
}
