using System.Globalization;
using CognitoAuth.Infrastructure.Redis;
using StackExchange.Redis;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// The log of a pool's sign-outs: a stream in Redis, to which every instance appends and which every instance reads in order. A message on a channel says that there is something new; whoever misses
/// it reads the log a moment later all the same. It needs Redis 6.2.
/// </summary>
internal sealed class RevocationLog(RedisConnection redis)
{
    /// <summary>How many entries are looked at before the next write to see whether they are over.</summary>
    private const int TrimmedAtOnce = 1_000;

    private static readonly RedisValue Field = "e";
    private static readonly TimeSpan RecoveryLifetime = TimeSpan.FromSeconds(10);

    // No expiry on the log itself: a Redis that is full evicts keys that have one first, under the usual policy.
    private readonly RedisKey _log = redis.Key("revocations");
    private readonly RedisKey _beat = redis.Key("revocations:beat");
    private readonly RedisKey _recovery = redis.Key("revocations:recovery");
    private readonly RedisChannel _news = RedisChannel.Literal(redis.Key("revocations"));
    private readonly string _instance = Guid.NewGuid().ToString("N");

    /// <summary>Has something called whenever somebody appended. A message can get lost.</summary>
    public Task Listen(Action news) => redis.Subscriber.SubscribeAsync(_news, (_, _) => news());

    /// <summary>
    /// Appends events, and reads what comes after a place in the log, these events included: one round trip. It writes even when there is nothing to append, so that a Redis that takes no writes
    /// (full, read-only) is noticed before the next sign-out.
    /// </summary>
    /// <param name="after">The place up to which the log was read; <see langword="null"/> for its beginning.</param>
    /// <param name="events">What to append, in that order.</param>
    /// <param name="count">How many entries to read at most.</param>
    /// <exception cref="RedisException">Redis could not be reached, or refused. Whether it took the events is not known.</exception>
    /// <exception cref="TimeoutException">The same.</exception>
    public async Task<LogPage> Exchange(LogPosition? after, IReadOnlyCollection<RevocationEvent> events, int count)
    {
        // A batch goes out in one piece and in order: what is appended is read at once.
        var batch = redis.Database.CreateBatch();
        List<Task> all = [batch.StringSetAsync(_beat, RedisValue.EmptyString)];
        all.AddRange(events.Select(happened => batch.StreamAddAsync(_log, Field, RevocationEventFormat.Write(happened))));
        if (events.Count > 0) all.Add(batch.PublishAsync(_news, RedisValue.EmptyString));
        var isRecovering = batch.KeyExistsAsync(_recovery);
        // From the last entry that was read, and not after it: it must still be there.
        var entries = batch.StreamRangeAsync(_log, after?.Id ?? "-", "+", count + 1);
        var clock = batch.ExecuteAsync("TIME");
        batch.Execute();
        await Task.WhenAll([.. all, isRecovering, entries, clock]);

        var read = (await entries).Select(Read).ToList();
        var isLost = after is not null && (read.Count == 0 || read[0].Position != after);
        return new LogPage(isLost ? [] : [.. after is null ? read : read.Skip(1)], Milliseconds(await clock), IsEnd: !isLost && read.Count <= count, isLost, await isRecovering);
    }

    /// <summary>Takes turns: one instance at a time gives the log back what it lost.</summary>
    /// <returns>Whether it is this one's turn. A turn that is not extended ends by itself.</returns>
    public Task<bool> BeginRecovery() => redis.Database.LockTakeAsync(_recovery, _instance, RecoveryLifetime);

    /// <summary>Extends this instance's turn.</summary>
    public Task ExtendRecovery() => redis.Database.LockExtendAsync(_recovery, _instance, RecoveryLifetime);

    /// <summary>Ends it.</summary>
    public Task EndRecovery() => redis.Database.LockReleaseAsync(_recovery, _instance);

    /// <summary>Drops entries that are over from the beginning of the log, as long as there is none among them that still matters. The last one always stays: readers remember it.</summary>
    /// <param name="now">The present time by the clock of Redis, in seconds since 1970.</param>
    public async Task Trim(long now)
    {
        while (true)
        {
            var oldest = (await redis.Database.StreamRangeAsync(_log, "-", "+", TrimmedAtOnce)).Select(Read).ToList();
            var over = oldest.TakeWhile(entry => entry.Age(now) > (entry.Event?.Lifetime ?? 0) + EventMoment.Tolerance).Count();
            if (over == 0) return;

            await redis.Database.StreamTrimByMinIdAsync(_log, oldest[Math.Min(over, oldest.Count - 1)].Position.Id);
            if (over < TrimmedAtOnce) return;
        }
    }

    private static LogEntry Read(StreamEntry entry)
    {
        var happened = entry.Values is [{ Value: var value }] ? RevocationEventFormat.Read(((ReadOnlyMemory<byte>)value).Span) : null;
        return new(new((string)entry.Id!, happened?.Id ?? 0), happened);
    }

    private static long Milliseconds(RedisResult time) => ((long)time[0] * 1_000) + ((long)time[1] / 1_000);
}

/// <summary>What an exchange read.</summary>
/// <param name="Entries">The entries, in order.</param>
/// <param name="Milliseconds">When it was read, by the clock of Redis, in milliseconds since 1970.</param>
/// <param name="IsEnd">Whether there were no more.</param>
/// <param name="IsLost">Whether the log is not the one that was read before: Redis came back empty, or without its latest entries.</param>
/// <param name="IsRecovering">Whether an instance is giving the log back what it lost.</param>
internal sealed record LogPage(IReadOnlyList<LogEntry> Entries, long Milliseconds, bool IsEnd, bool IsLost, bool IsRecovering)
{
    /// <summary>When it was read, by the clock of Redis, in seconds since 1970.</summary>
    public long Now => Milliseconds / 1_000;
}

/// <summary>An entry of the log.</summary>
/// <param name="Position">Its place.</param>
/// <param name="Event">What it says; <see langword="null"/> when it cannot be read.</param>
internal readonly record struct LogEntry(LogPosition Position, RevocationEvent? Event)
{
    /// <summary>For how many seconds Redis has had it.</summary>
    public long Age(long now) => Math.Max(0, now - Position.Time);
}

/// <summary>A place in the log.</summary>
/// <param name="Id">The entry's id: the time in milliseconds by the clock of Redis, and a number, which grow from entry to entry.</param>
/// <param name="EventId">The event there. Redis could give an id twice when it came back empty with a clock that was put back.</param>
internal readonly record struct LogPosition(string Id, long EventId)
{
    /// <summary>How many entries of one millisecond are told apart in <see cref="Sequence"/>: more than Redis takes.</summary>
    private const int SequenceBits = 20;

    private long Milliseconds => long.Parse(Id.AsSpan(0, Id.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private long Number => long.Parse(Id.AsSpan(Id.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    /// <summary>When Redis took the entry, in seconds since 1970.</summary>
    public long Time => Milliseconds / 1_000;

    /// <summary>For how long Redis had the entry then.</summary>
    /// <param name="then">In milliseconds since 1970, by the clock of Redis; it can have been set back meanwhile.</param>
    public TimeSpan Until(long then) => TimeSpan.FromMilliseconds(Math.Max(0, then - Milliseconds));

    /// <summary>The place as one number, alike on all instances.</summary>
    public long Sequence => (Milliseconds << SequenceBits) + Number;
}
