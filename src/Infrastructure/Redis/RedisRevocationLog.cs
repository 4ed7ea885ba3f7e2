using System.Globalization;
using CognitoAuth.Infrastructure.Revocation;
using StackExchange.Redis;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>The log of sign-outs as a stream in Redis. A message on a channel signals that there is something new; a reader that misses it reads with its next interval. It needs Redis 6.2.</summary>
internal sealed class RedisRevocationLog(RedisConnection redis) : IRevocationLog
{
    /// <summary>How many entries are read before the next removal.</summary>
    private const int TrimBatch = 1_000;

    /// <summary>Bits for the entries of one millisecond: more than Redis can take in that time.</summary>
    private const int SequenceBits = 20;

    /// <summary>A writer can give an entry an id beyond the latest time of .NET.</summary>
    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private static readonly RedisValue Field = "e";
    private static readonly TimeSpan RecoveryLifetime = TimeSpan.FromSeconds(10);

    // The log itself has no expiry: under the usual policies, a full Redis evicts keys with an expiry first.
    private readonly RedisKey _log = redis.Key("revocations");
    private readonly RedisKey _beat = redis.Key("revocations:beat");
    private readonly RedisKey _recovery = redis.Key("revocations:recovery");
    private readonly RedisChannel _news = RedisChannel.Literal(redis.Key("revocations"));
    private readonly string _instance = Guid.NewGuid().ToString("N");

    public Task Listen(Action appended) => redis.Subscriber.SubscribeAsync(_news, (_, _) => appended());

    /// <summary>One round trip. It writes even when there is nothing to append, so that a Redis that takes no writes (full, read-only) is noticed before the next sign-out.</summary>
    /// <inheritdoc/>
    public async Task<RevocationLogPage> Exchange(RevocationLogPosition? from, IReadOnlyCollection<ReadOnlyMemory<byte>> events, int count)
    {
        // A batch is sent in one piece and in order: what is appended is read at once.
        var batch = redis.Database.CreateBatch();
        List<Task> all = [batch.StringSetAsync(_beat, RedisValue.EmptyString)];
        all.AddRange(events.Select(bytes => batch.StreamAddAsync(_log, Field, bytes)));
        if (events.Count > 0) all.Add(batch.PublishAsync(_news, RedisValue.EmptyString));
        var isRecovering = batch.KeyExistsAsync(_recovery);
        // One more than is returned, to see whether there are more.
        var entries = batch.StreamRangeAsync(_log, from?.Id ?? "-", "+", count + 1);
        var clock = batch.ExecuteAsync("TIME");
        batch.Execute();
        await Task.WhenAll([.. all, isRecovering, entries, clock]);

        var read = await entries;
        return new RevocationLogPage([.. read.Take(count).Select(Read)], Time(await clock), IsEnd: read.Length <= count, await isRecovering);
    }

    public Task<bool> BeginRecovery() => redis.Database.LockTakeAsync(_recovery, _instance, RecoveryLifetime);

    public Task ExtendRecovery() => redis.Database.LockExtendAsync(_recovery, _instance, RecoveryLifetime);

    public Task EndRecovery() => redis.Database.LockReleaseAsync(_recovery, _instance);

    public async Task Trim(Func<RevocationLogEntry, bool> isExpired)
    {
        while (true)
        {
            var oldest = (await redis.Database.StreamRangeAsync(_log, "-", "+", TrimBatch)).Select(Read).ToList();
            var expired = oldest.TakeWhile(isExpired).Count();
            if (expired == 0) return;

            await redis.Database.StreamTrimByMinIdAsync(_log, oldest[Math.Min(expired, oldest.Count - 1)].Position.Id);
            if (expired < TrimBatch) return;
        }
    }

    /// <summary>An entry's id is the time by the clock of Redis in Unix milliseconds, and a number: <c>1772625600000-0</c>. It grows from entry to entry.</summary>
    internal static RevocationLogEntry Read(string id, ReadOnlyMemory<byte> bytes)
    {
        var separator = id.IndexOf('-', StringComparison.Ordinal);
        var milliseconds = long.Parse(id.AsSpan(0, separator), CultureInfo.InvariantCulture);
        var number = long.Parse(id.AsSpan(separator + 1), CultureInfo.InvariantCulture);
        return new(new((milliseconds << SequenceBits) + number, id), DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, LastMillisecond)), bytes);
    }

    // An entry of another program has no bytes that can be read as an event.
    private static RevocationLogEntry Read(StreamEntry entry) => Read(entry.Id!, entry.Values is [{ Value: var value }] ? (ReadOnlyMemory<byte>)value : default);

    private static DateTimeOffset Time(RedisResult time) => DateTimeOffset.FromUnixTimeMilliseconds(((long)time[0] * 1_000) + ((long)time[1] / 1_000));
}
