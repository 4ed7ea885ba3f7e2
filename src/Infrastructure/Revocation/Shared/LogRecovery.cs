namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>Finds what this instance knew and a log that has lost entries does not have, so that the log gets it back.</summary>
/// <param name="known">What this instance knows. It keeps following the log.</param>
/// <param name="time">The clock.</param>
internal sealed class LogRecovery(RevocationTable known, TimeProvider time)
{
    /// <summary>By how many seconds the expiry of entries may differ, since it was computed by other clocks.</summary>
    private const long Slack = 2 * EventMoment.Tolerance;

    private IEnumerator<RevocationEvent>? _missing;

    /// <summary>The result of what the log holds now.</summary>
    public RevocationTable Table { get; } = new();

    /// <summary>Whether it is this instance's turn to give back what is missing.</summary>
    public bool IsGiving => _missing is not null;

    /// <summary>Whether everything was given back. It has arrived once the log was read to its end after that.</summary>
    public bool IsDone { get; private set; }

    /// <summary>How many events were given back.</summary>
    public int Given { get; private set; }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Starts to compare. The log must have been read to its end.</summary>
    public void Begin() => _missing = Missing().GetEnumerator();

    /// <summary>The next events that the log lacks.</summary>
    public IReadOnlyCollection<RevocationEvent> Take(int count)
    {
        List<RevocationEvent> next = [];
        while (next.Count < count && !IsDone && _missing is not null)
        {
            if (_missing.MoveNext()) next.Add(_missing.Current);
            else IsDone = true;
        }

        Given += next.Count;
        return next;
    }

    /// <summary>It is unknown what arrived: compare again.</summary>
    public void Interrupt() => (_missing, IsDone) = (null, false);

    private IEnumerable<RevocationEvent> Missing()
    {
        foreach (var (session, expires) in known.Sessions)
        {
            if (Remaining(expires) is > 0 and var seconds && expires > Table.SessionExpiry(session) + Slack) yield return new RevocationEvent.SessionKnown(EventIds.Next(), session, seconds);
        }

        foreach (var (user, ended) in known.Users)
        {
            if (ended.IsExpired(Now) || Table.User(user).Covers(ended, Now, Slack)) continue;
            yield return new RevocationEvent.SignInsKnown(EventIds.Next(), user, For(ended.Confirmed), [.. ended.Waiting(Now).Select(For)]);
        }
    }

    private EndedFor For(EndedUpTo ended) => new(ended.Time, Math.Max(0, Remaining(ended.Expires)));

    private long Remaining(long expires) => expires - Now - EventMoment.Tolerance;
}
