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
    private static readonly Result<Success> Recorded = default(Success);

    private readonly RevocationTable _table = new();

    /// <summary>Sign-outs of all sessions and admissions happen one at a time: they are rare, and their order is what is asked for.</summary>
    private readonly Lock _order = new();

    private readonly TimeProvider _time;
    private readonly ITimer _cleaning;
    private long _sequence;

    /// <summary>Begins with no entries.</summary>
    public InProcessRevocations(TimeProvider time, RevocationMetrics? metrics = null)
    {
        _time = time;
        metrics?.ObserveEntries(() => Count);
        _cleaning = time.CreateTimer(static revocations => ((InProcessRevocations)revocations!).Clean(), this, RevocationTable.CleaningInterval, RevocationTable.CleaningInterval);
    }

    /// <summary>The number of entries in memory. It locks; for tests and gauges.</summary>
    public int Count => _table.Count;

    /// <inheritdoc/>
    public bool CanTell => true;

    /// <inheritdoc/>
    public bool IsAllRecorded => true;

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    /// <inheritdoc/>
    public RevocationStatus Check(VerifiedToken token) => _table.Check(token, Now);

    /// <inheritdoc/>
    public ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        _table.EndSession(RevocationKey.Of(session), Expiry(lifetime));
        return new(Recorded);
    }

    /// <inheritdoc/>
    public ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Change(subject, (ended, sequence) => ended.With(new(upTo.ToUnixTimeSeconds(), Expiry(lifetime)), sequence, Now));

    /// <inheritdoc/>
    public ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Change(subject, (ended, sequence) => ended.WithConfirmed(upTo.ToUnixTimeSeconds(), new(confirmed.ToUnixTimeSeconds(), Expiry(lifetime)), sequence, Now));

    /// <inheritdoc/>
    public ValueTask<RevocationMark> Mark(CancellationToken cancellationToken) => new(new RevocationMark(Volatile.Read(ref _sequence)));

    /// <inheritdoc/>
    public ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken)
    {
        var user = RevocationKey.Of(token.Subject);
        var session = RevocationKey.Of(token);
        lock (_order)
        {
            var ended = _table.User(user);
            if (ended.Sequence <= mark.Value && ended.Ended(token.AuthTime.ToUnixTimeSeconds(), session, Now))
                _table.Set(user, ended.WithAdmitted(session));
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
            _table.Set(user, change(_table.User(user), sequence));
            Volatile.Write(ref _sequence, sequence);
        }

        return new(Recorded);
    }

    /// <summary>In whole seconds, rounded up: an entry may live a second too long, not too short.</summary>
    private long Expiry(TimeSpan lifetime) => Now + 1 + (long)Math.Ceiling(lifetime.TotalSeconds);

    private void Clean() => _table.Clean(Now);
}
