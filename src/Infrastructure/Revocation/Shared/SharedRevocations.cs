namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// Sign-outs that all instances share through a log. Look-ups read this instance's replica, without a call over the network. A sign-out is recorded once its event was read back from the log, at its
/// position in the order of all. While the log is out of reach it is in force on this instance, and the call fails.
/// </summary>
internal sealed class SharedRevocations(RevocationReplica replica, RevocationOutbox outbox, RevocationFeed feed, UserPoolId userPool, TimeProvider time) : IRevocations
{
    private static readonly Result<Success> Recorded = default(Success);

    public bool IsAvailable => replica.IsFresh;

    public bool IsAllRecorded => outbox.Undelivered is null;

    public RevocationStatus Check(VerifiedToken token) => replica.Check(token, outbox.Undelivered);

    public ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var seconds = Seconds(lifetime);
        // A repeat adds nothing to the log. Otherwise one token could fill it.
        if (HasEnded(replica.Table, session, seconds)) return new(Recorded);
        if (outbox.Undelivered is { } undelivered && HasEnded(undelivered, session, seconds)) return new(AuthErrors.RevocationUnavailable);
        return Record(new RevocationEvent.SessionEnded(EventIds.Next(), session, seconds));
    }

    public ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Record(new RevocationEvent.SignInsEnded(EventIds.Next(), SubjectId.Of(userPool, subject), upTo.ToUnixTimeSeconds(), Seconds(lifetime)));

    public ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Record(new RevocationEvent.SignInsConfirmed(EventIds.Next(), SubjectId.Of(userPool, subject), upTo.ToUnixTimeSeconds(), confirmed.ToUnixTimeSeconds(), Seconds(lifetime)));

    public async ValueTask<RevocationMark> Mark(CancellationToken cancellationToken)
    {
        if (!feed.IsUp) return RevocationMark.None;

        // A sign-out that completed on another instance before this sign-in began must not seem to come later. The replica may be behind, so the log itself is read.
        var reading = feed.ReadUpToNow();
        await ((Task)reading).WaitAsync(FeedTimes.ArrivalTimeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reading.IsCompletedSuccessfully ? await reading : RevocationMark.None;
    }

    public async ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken)
    {
        var authTime = token.AuthTime.ToUnixTimeSeconds();
        var ended = replica.Table.User(token.SubjectId);
        if (ended.Sequence > mark.Value || !ended.Ended(authTime, token.Session, token.FormerSession, time.GetUtcNow().ToUnixTimeSeconds())) return;

        if (outbox.Add(new RevocationEvent.Admitted(EventIds.Next(), token.SubjectId, token.Session, authTime, mark.Value)) is not { } outgoing) return;
        feed.Wake();
        await Arrival(outgoing);
    }

    /// <summary>Whether the session has ended there, with an entry that lives about as long.</summary>
    private bool HasEnded(RevocationTable table, SessionId session, long seconds)
    {
        var remaining = table.SessionExpiry(session) - time.GetUtcNow().ToUnixTimeSeconds();
        return remaining > 0 && Math.Abs(remaining - seconds) <= seconds / 24;
    }

    private async ValueTask<Result<Success>> Record(RevocationEvent happened)
    {
        if (outbox.Add(happened) is not { } outgoing) return AuthErrors.RevocationUnavailable.Because("too many sign-outs wait for the shared log");
        feed.Wake();
        if (feed.IsUp) await Arrival(outgoing);
        return outbox.ApplyUntilArrival(outgoing) ? AuthErrors.RevocationUnavailable : Recorded;
    }

    // Bounded, but not cancelled with the caller's request: a sign-out that is half done is worse than one whose caller has disconnected.
    private async Task Arrival(Outgoing outgoing) => await outgoing.Arrival.WaitAsync(FeedTimes.ArrivalTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>In whole seconds, rounded up: an entry may live a second too long, not too short.</summary>
    private static long Seconds(TimeSpan lifetime) => (long)Math.Ceiling(lifetime.TotalSeconds);
}
