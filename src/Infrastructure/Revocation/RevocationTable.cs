using System.Collections.Concurrent;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// Sign-outs in memory. Look-ups take no lock and allocate nothing, however many entries there are, and may run during a change. The caller must make changes of a user one at a time. Times are Unix
/// seconds.
/// </summary>
internal sealed class RevocationTable
{
    /// <summary>How often expired entries are removed. They have no effect from their expiry on; until they are removed they only take memory.</summary>
    public static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<SessionId, long> _sessions = new();
    private readonly ConcurrentDictionary<SubjectId, EndedSignIns> _users = new();

    /// <summary>The number of entries. It locks; for tests and gauges.</summary>
    public int Count => _sessions.Count + _users.Count;

    /// <summary>Sessions that ended, and when their entry expires.</summary>
    public IEnumerable<KeyValuePair<SessionId, long>> Sessions => _sessions;

    /// <summary>Users whose sign-ins ended.</summary>
    public IEnumerable<KeyValuePair<SubjectId, EndedSignIns>> Users => _users;

    /// <summary>What is known of a token's session.</summary>
    public RevocationStatus Check(VerifiedToken token, long now)
    {
        if (now < SessionExpiry(token.Session) || (token.FormerSession is { } former && now < SessionExpiry(former))) return RevocationStatus.SessionEnded;
        return _users.TryGetValue(token.SubjectId, out var ended) && ended.Ended(token.AuthTime.ToUnixTimeSeconds(), token.Session, token.FormerSession, now)
            ? RevocationStatus.SignInsEnded
            : RevocationStatus.Live;
    }

    /// <summary>When a session's entry expires; 0 without one.</summary>
    public long SessionExpiry(SessionId session) => _sessions.TryGetValue(session, out var expires) ? expires : 0;

    /// <summary>Until when a user's sign-ins ended; empty without an entry.</summary>
    public EndedSignIns User(SubjectId user) => _users.TryGetValue(user, out var ended) ? ended : default;

    /// <summary>A session ended. The last call decides when its entry expires.</summary>
    public void EndSession(SessionId session, long expires) => _sessions[session] = expires;

    /// <summary>A user's sign-ins ended.</summary>
    public void Set(SubjectId user, EndedSignIns ended) => _users[user] = ended;

    /// <summary>Removes expired entries. An entry that changes meanwhile stays.</summary>
    public void Clean(long now)
    {
        foreach (var session in _sessions)
        {
            if (now >= session.Value) _sessions.TryRemove(session);
        }

        foreach (var user in _users)
        {
            if (user.Value.IsExpired(now)) _users.TryRemove(user);
        }
    }
}
