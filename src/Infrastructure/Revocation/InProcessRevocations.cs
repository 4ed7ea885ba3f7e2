using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CognitoAuth.Application;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// Sign-outs in this process's memory: they end with it, and other instances do not see them. Look-ups take no lock and allocate nothing, however many entries there are.
/// <para>
/// How long a session's entry lives is decided by the last call: first for as long as refresh tokens live, then, once Cognito confirmed that it revoked the session's refresh token, for as long as
/// access tokens live. The confirmation is a fact about the session, whichever of several sign-outs brought it. A later unconfirmed sign-out makes the entry live long again.
/// </para>
/// </summary>
internal sealed class InProcessRevocations : IRevocations, IDisposable
{
    /// <summary>How often entries that are over are looked for. They are not counted as soon as they are over; until then they only take memory.</summary>
    public static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(5);

    private static readonly Result<Success> Recorded = default(Success);

    /// <summary>Sessions that ended, and when their entry is over, in seconds since 1970.</summary>
    private readonly ConcurrentDictionary<RevocationKey, long> _sessions = new();

    private readonly ConcurrentDictionary<RevocationKey, EndedSignIns> _users = new();

    /// <summary>Sign-outs of all sessions and admissions happen one at a time: they are rare, and their order is what is asked for.</summary>
    private readonly Lock _order = new();

    private readonly TimeProvider _time;
    private readonly ITimer _cleaning;
    private long _sequence;

    /// <summary>Begins with no entries.</summary>
    public InProcessRevocations(TimeProvider time, IMeterFactory? meters = null)
    {
        _time = time;
        meters?.Create(Telemetry.Name).CreateObservableGauge("cognitoauth.revocation.entries", () => Count, "{entry}", "Sign-outs that are remembered.");
        _cleaning = time.CreateTimer(static revocations => ((InProcessRevocations)revocations!).Clean(), this, CleaningInterval, CleaningInterval);
    }

    /// <summary>The number of entries in memory. It locks; for tests and gauges.</summary>
    public int Count => _sessions.Count + _users.Count;

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    /// <inheritdoc/>
    public RevocationStatus Check(VerifiedToken token)
    {
        var session = RevocationKey.Of(token);
        if (_sessions.TryGetValue(session, out var expires) && Now < expires)
            return RevocationStatus.SessionEnded;

        return _users.TryGetValue(RevocationKey.Of(token.Subject), out var ended) && ended.Ended(token.AuthTime.ToUnixTimeSeconds(), session, Now)
            ? RevocationStatus.SignInsEnded
            : RevocationStatus.Live;
    }

    /// <inheritdoc/>
    public ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        _sessions[RevocationKey.Of(session)] = Expiry(lifetime);
        return new(Recorded);
    }

    /// <inheritdoc/>
    public ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Change(subject, (ended, sequence) => ended.With(new(upTo.ToUnixTimeSeconds(), Expiry(lifetime)), sequence, Now));

    /// <inheritdoc/>
    public ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Change(subject, (ended, sequence) => ended.WithConfirmed(upTo.ToUnixTimeSeconds(), new(confirmed.ToUnixTimeSeconds(), Expiry(lifetime)), sequence, Now));

    /// <inheritdoc/>
    public RevocationMark Mark() => new(Volatile.Read(ref _sequence));

    /// <inheritdoc/>
    public ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken)
    {
        var user = RevocationKey.Of(token.Subject);
        var session = RevocationKey.Of(token);
        lock (_order)
        {
            if (_users.TryGetValue(user, out var ended) && ended.Sequence <= mark.Value && ended.Ended(token.AuthTime.ToUnixTimeSeconds(), session, Now))
                _users[user] = ended.WithAdmitted(session);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _cleaning.Dispose();

    private ValueTask<Result<Success>> Change(string subject, Func<EndedSignIns, long, EndedSignIns> change)
    {
        var user = RevocationKey.Of(subject);
        lock (_order)
        {
            // The entry first, then the sequence: whoever sees the new sequence in a mark can rely on the entry.
            var sequence = _sequence + 1;
            _users[user] = change(_users.GetValueOrDefault(user), sequence);
            Volatile.Write(ref _sequence, sequence);
        }

        return new(Recorded);
    }

    /// <summary>In whole seconds, rounded up: an entry may live a second too long, not too short.</summary>
    private long Expiry(TimeSpan lifetime) => Now + 1 + (long)Math.Ceiling(lifetime.TotalSeconds);

    /// <summary>An entry that was changed since it was looked at stays.</summary>
    private void Clean()
    {
        var now = Now;
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
