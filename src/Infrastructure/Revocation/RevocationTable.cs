using System.Collections.Concurrent;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// Sign-outs in memory. Look-ups take no lock and allocate nothing, however many entries there are, and may run beside a change. Changes of a user come one at a time: that is up to the caller.
/// Times are seconds since 1970.
/// </summary>
internal sealed class RevocationTable
{
    /// <summary>How often entries that are over are looked for. They are not counted as soon as they are over; until then they only take memory.</summary>
    public static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<RevocationKey, long> _sessions = new();
    private readonly ConcurrentDictionary<RevocationKey, EndedSignIns> _users = new();

    /// <summary>The number of entries. It locks; for tests and gauges.</summary>
    public int Count => _sessions.Count + _users.Count;

    /// <summary>Sessions that ended, and when their entry is over.</summary>
    public IEnumerable<KeyValuePair<RevocationKey, long>> Sessions => _sessions;

    /// <summary>Users whose sign-ins ended.</summary>
    public IEnumerable<KeyValuePair<RevocationKey, EndedSignIns>> Users => _users;

    /// <summary>What is known of a token's session.</summary>
    public RevocationStatus Check(VerifiedToken token, long now)
    {
        var session = RevocationKey.Of(token);
        if (now < SessionExpiry(session)) return RevocationStatus.SessionEnded;
        return _users.TryGetValue(RevocationKey.Of(token.Subject), out var ended) && ended.Ended(token.AuthTime.ToUnixTimeSeconds(), session, now)
            ? RevocationStatus.SignInsEnded
            : RevocationStatus.Live;
    }

    /// <summary>When a session's entry is over; 0 without one.</summary>
    public long SessionExpiry(RevocationKey session) => _sessions.TryGetValue(session, out var expires) ? expires : 0;

    /// <summary>Until when a user's sign-ins ended; empty without an entry.</summary>
    public EndedSignIns User(RevocationKey user) => _users.TryGetValue(user, out var ended) ? ended : default;

    /// <summary>A session ended. The last call decides when its entry is over.</summary>
    public void EndSession(RevocationKey session, long expires) => _sessions[session] = expires;

    /// <summary>A user's sign-ins ended.</summary>
    public void Set(RevocationKey user, EndedSignIns ended) => _users[user] = ended;

    /// <summary>Drops what is over. An entry that was changed since it was looked at stays.</summary>
    public void Clean(long now)
    {
        foreach (var session in _sessions)
        {
            if (now >= session.Value)
                _sessions.TryRemove(session);
        }

        foreach (var user in _users)
        {
            if (user.Value.IsOver(now))
                _users.TryRemove(user);
        }
    }
}
