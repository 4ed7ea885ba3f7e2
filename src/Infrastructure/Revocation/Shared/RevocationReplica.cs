namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// What this instance knows of the log, and how current that is. Every look-up checks when the log was last read to its end, so a process that was frozen, or whose feed hangs, does not decide by what is
/// out of date.
/// </summary>
internal sealed class RevocationReplica
{
    private readonly FeedTimes _times;
    private readonly TimeProvider _time;
    private RevocationTable _table = new();
    private ClockReading? _currentAt;

    /// <summary>Starts with no knowledge.</summary>
    public RevocationReplica(FeedTimes times, TimeProvider time, RevocationMetrics? metrics = null)
    {
        (_times, _time) = (times, time);
        metrics?.ObserveEntries(() => Table.Count);
        metrics?.ObserveAge(() => Age);
    }

    /// <summary>The result of the log's events.</summary>
    public RevocationTable Table => Volatile.Read(ref _table);

    /// <summary>The time since the log was last read to its end; <see langword="null"/> before the first time.</summary>
    public TimeSpan? Age => Volatile.Read(ref _currentAt) is { } current ? Longer(_time.GetElapsedTime(current.Timestamp), _time.GetUtcNow() - current.Time) : null;

    /// <summary>Whether the log was read to its end within the staleness budget.</summary>
    public bool IsFresh => Age <= _times.Staleness;

    /// <summary>The present, to be taken before the log is read: what is read is as old as the request, not as the response.</summary>
    public ClockReading Now => new(_time.GetTimestamp(), _time.GetUtcNow());

    /// <summary>What is known of a token's session.</summary>
    /// <param name="token">The token.</param>
    /// <param name="kept">What this instance knows and the log does not have yet.</param>
    public RevocationStatus Check(VerifiedToken token, RevocationTable? kept)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var status = Table.Check(token, now);
        if (status is RevocationStatus.Live && kept is not null) status = kept.Check(token, now);

        // A session that ended stays ended, however old that knowledge is.
        return status is RevocationStatus.Live && !IsFresh ? RevocationStatus.Unknown : status;
    }

    /// <summary>The log was read to its end by a request sent at that time.</summary>
    public void SetCurrentAt(ClockReading time) => Volatile.Write(ref _currentAt, time);

    /// <summary>Replaces what was known by the result of a log that has lost entries and got them back.</summary>
    public void Replace(RevocationTable table) => Volatile.Write(ref _table, table);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>A moment by two clocks: the first stands still while a machine sleeps, the second can be set back.</summary>
/// <param name="Timestamp">By the clock that only goes forward (<see cref="TimeProvider.GetTimestamp"/>).</param>
/// <param name="Time">By the system clock.</param>
internal sealed record ClockReading(long Timestamp, DateTimeOffset Time);
