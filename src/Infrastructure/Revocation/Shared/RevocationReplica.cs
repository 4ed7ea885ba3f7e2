using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// What this instance knows of the log, and how sure it can be of that. Every look-up asks when the log was last read to its end: a process that was frozen, or whose feed hangs, does not answer from what is old.
/// </summary>
internal sealed class RevocationReplica
{
    private readonly FeedTimes _times;
    private readonly TimeProvider _time;
    private RevocationTable _table = new();
    private Proof? _proof;

    /// <summary>Knows nothing yet.</summary>
    public RevocationReplica(FeedTimes times, TimeProvider time, RevocationMetrics? metrics = null)
    {
        (_times, _time) = (times, time);
        metrics?.ObserveEntries(() => Table.Count);
        metrics?.ObserveAge(() => Age);
    }

    /// <summary>What the events of the log add up to.</summary>
    public RevocationTable Table => Volatile.Read(ref _table);

    /// <summary>How old what is known can be: since when the log was not read to its end. <see langword="null"/> before the first time.</summary>
    public TimeSpan? Age => Volatile.Read(ref _proof) is { } proof ? Longer(_time.GetElapsedTime(proof.Timestamp), _time.GetUtcNow() - proof.Time) : null;

    /// <summary>Whether the log was read to its end within the staleness budget.</summary>
    public bool IsFresh => Age <= _times.Staleness;

    /// <summary>The present, to be taken before the log is read: the proof is as old as the question, not as its answer.</summary>
    public Proof Now => new(_time.GetTimestamp(), _time.GetUtcNow());

    /// <summary>What is known of a token's session.</summary>
    /// <param name="token">The token.</param>
    /// <param name="kept">What this instance knows beside the log.</param>
    public RevocationStatus Check(VerifiedToken token, RevocationTable? kept)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var status = Table.Check(token, now);
        if (status is RevocationStatus.Live && kept is not null) status = kept.Check(token, now);

        // What ended stays ended, however old that knowledge is.
        return status is RevocationStatus.Live && !IsFresh ? RevocationStatus.Unknown : status;
    }

    /// <summary>The log was read to its end by whoever asked then.</summary>
    public void Prove(Proof proof) => Volatile.Write(ref _proof, proof);

    /// <summary>Puts what a log that began anew adds up to in the place of what was known.</summary>
    public void Replace(RevocationTable table) => Volatile.Write(ref _table, table);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>A moment, by two clocks: the first stands still while a machine sleeps, the second can be set back.</summary>
/// <param name="Timestamp">By the clock that only goes forwards (<see cref="TimeProvider.GetTimestamp"/>).</param>
/// <param name="Time">By the clock on the wall.</param>
internal sealed record Proof(long Timestamp, DateTimeOffset Time);
