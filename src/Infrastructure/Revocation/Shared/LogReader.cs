namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>Reads on in the log, and applies what it reads, in order, to what this instance knows. It remembers the last entry, and notices by it that the log has lost entries.</summary>
internal sealed class LogReader(IRevocationLog log, RevocationReplica replica, RevocationOutbox outbox, UserPoolId userPool, TimeProvider time, RevocationMetrics metrics)
{
    /// <summary>The largest number of entries of one exchange.</summary>
    private const int PageSize = 5_000;

    private RevocationLogEntry? _last;

    /// <summary>The position of the last entry that was read; 0 before the first.</summary>
    public long Position => _last?.Position.Sequence ?? 0;

    /// <summary>Whether an entry was read. Without one it cannot be noticed that the log has lost entries.</summary>
    public bool HasPosition => _last is not null;

    /// <summary>Appends events and reads on.</summary>
    /// <returns>What was read; <see langword="null"/> when the log is not the one that was read before.</returns>
    public async Task<RevocationLogPage?> Exchange(IReadOnlyCollection<RevocationEvent> events)
    {
        var page = await log.Exchange(_last?.Position, [.. events.Select(happened => new ReadOnlyMemory<byte>(RevocationEventFormat.Write(happened)))], PageSize);
        if (_last is not { } last) return page;
        // The event too: Redis could use an id twice, when it came back empty with a clock that was set back.
        var isSame = page.Entries.Count > 0 && page.Entries[0].Position == last.Position && page.Entries[0].Event.Span.SequenceEqual(last.Event.Span);
        return isSame ? page with { Entries = [.. page.Entries.Skip(1)] } : null;
    }

    /// <summary>Applies the entries of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="state">Where the feed stands.</param>
    /// <returns>The positions of entries that cannot be read.</returns>
    public IReadOnlyList<RevocationLogPosition> Apply(RevocationLogPage page, FeedState state)
    {
        List<RevocationLogPosition> unreadable = [];
        foreach (var entry in page.Entries)
        {
            _last = entry;
            if (RevocationEventFormat.Read(entry.Event.Span, userPool) is not { } happened)
            {
                unreadable.Add(entry.Position);
                continue;
            }

            var moment = new EventMoment(entry.Position.Sequence, time.GetUtcNow().ToUnixTimeSeconds(), Age(entry, page.ReadAt));
            happened.ApplyTo(replica.Table, moment);
            if (state.Recovery is { } recovery) happened.ApplyTo(recovery.Table, moment);
            var isOwn = outbox.Arrived(happened.Id);
            // What an instance reads before it is in sync is history, or given back: no one waited for it.
            if (state.IsInSync && !isOwn) metrics.Learned(page.ReadAt > entry.AppendedAt ? page.ReadAt - entry.AppendedAt : TimeSpan.Zero);
        }

        return unreadable;
    }

    /// <summary>Reads from the beginning next time.</summary>
    public void StartOver() => _last = null;

    /// <summary>Removes expired entries from the log.</summary>
    /// <param name="now">The present time by the log's clock.</param>
    public Task Trim(DateTimeOffset now) =>
        log.Trim(entry => Age(entry, now) > (RevocationEventFormat.Read(entry.Event.Span, userPool)?.Lifetime ?? 0) + EventMoment.Tolerance);

    /// <summary>For how many seconds the log has had the entry. Its clock may have been set back meanwhile.</summary>
    private static long Age(RevocationLogEntry entry, DateTimeOffset now) => Math.Max(0, now.ToUnixTimeSeconds() - entry.AppendedAt.ToUnixTimeSeconds());
}
