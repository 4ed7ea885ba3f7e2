namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// Sign-outs in this process's memory: a restart forgets them, and other instances do not see them. Look-ups take no lock and allocate nothing, however many entries there are.
/// <para>
/// The last call decides how long a session's entry lives: first as long as refresh tokens, then, once Cognito has confirmed that it revoked the session's refresh token, as long as access tokens.
/// The confirmation is about the session, and holds for each of several sign-outs. A later unconfirmed sign-out makes the entry live long again.
/// </para>
/// </summary>
internal sealed class InProcessRevocations : IRevocations, IDisposable
{
    private static readonly Result<Success> Recorded = default(Success);

    private readonly RevocationTable _table = new();

    /// <summary>Sign-outs of all sessions and admissions happen one at a time: they are rare, and their order matters.</summary>
    private readonly Lock _order = new();

    private readonly UserPoolId _userPool;
    private readonly TimeProvider _time;
    private readonly ITimer _cleaning;
    private long _sequence;

    /// <summary>Begins with no entries.</summary>
    public InProcessRevocations(UserPoolId userPool, TimeProvider time, RevocationMetrics? metrics = null)
    {
        (_userPool, _time) = (userPool, time);
        metrics?.ObserveEntries(() => Count);
        _cleaning = time.CreateTimer(static revocations => ((InProcessRevocations)revocations!).Clean(), this, RevocationTable.CleaningInterval, RevocationTable.CleaningInterval);
    }

    /// <summary>The number of entries in memory. It locks; for tests and gauges.</summary>
    public int Count => _table.Count;

    public bool IsAvailable => true;

    public bool IsAllRecorded => true;

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    public RevocationStatus Check(VerifiedToken token) => _table.Check(token, Now);

    public ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        _table.EndSession(session, Expiry(lifetime));
        return new(Recorded);
    }

    public ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Change(subject, (ended, sequence) => ended.With(new(upTo.ToUnixTimeSeconds(), Expiry(lifetime)), sequence, Now));

    public ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Change(subject, (ended, sequence) => ended.WithConfirmed(upTo.ToUnixTimeSeconds(), new(confirmed.ToUnixTimeSeconds(), Expiry(lifetime)), sequence, Now));

    public ValueTask<RevocationMark> Mark(CancellationToken cancellationToken) => new(new RevocationMark(Volatile.Read(ref _sequence)));

    public ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken)
    {
        lock (_order)
        {
            var ended = _table.User(token.SubjectId);
            if (ended.Sequence <= mark.Value && ended.Ended(token.AuthTime.ToUnixTimeSeconds(), token.Session, token.FormerSession, Now))
            {
                _table.Set(token.SubjectId, ended.WithAdmitted(token.Session));
            }
        }

        return ValueTask.CompletedTask;
    }

    public void Dispose() => _cleaning.Dispose();

    private ValueTask<Result<Success>> Change(string subject, Func<EndedSignIns, long, EndedSignIns> change)
    {
        var user = SubjectId.Of(_userPool, subject);
        lock (_order)
        {
            // The entry first, then the sequence: a caller whose mark has the new sequence can rely on the entry.
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
