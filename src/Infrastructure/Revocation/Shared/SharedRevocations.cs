using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// Sign-outs that all instances share through a log in Redis. Look-ups ask this instance's replica and nobody over the network. A sign-out is recorded when its event was read back from the log, at
/// its place in the order of all; until Redis can be reached it counts here, and the answer is that it is not recorded everywhere.
/// </summary>
internal sealed class SharedRevocations(RevocationReplica replica, RevocationOutbox outbox, RevocationFeed feed, TimeProvider time) : IRevocations
{
    private static readonly Result<Success> Recorded = default(Success);

    /// <inheritdoc/>
    public bool CanTell => replica.IsFresh;

    /// <inheritdoc/>
    public bool IsAllRecorded => outbox.Kept is null;

    /// <inheritdoc/>
    public RevocationStatus Check(VerifiedToken token) => replica.Check(token, outbox.Kept);

    /// <inheritdoc/>
    public ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var (key, seconds) = (RevocationKey.Of(session), Seconds(lifetime));
        // A repeat adds nothing to the log: else one token could fill it.
        if (Ends(replica.Table, key, seconds)) return new(Recorded);
        if (outbox.Kept is { } kept && Ends(kept, key, seconds)) return new(AuthErrors.RevocationUnavailable);
        return Record(new RevocationEvent.SessionEnded(EventIds.Next(), key, seconds));
    }

    /// <inheritdoc/>
    public ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Record(new RevocationEvent.SignInsEnded(EventIds.Next(), RevocationKey.Of(subject), upTo.ToUnixTimeSeconds(), Seconds(lifetime)));

    /// <inheritdoc/>
    public ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Record(new RevocationEvent.SignInsConfirmed(EventIds.Next(), RevocationKey.Of(subject), upTo.ToUnixTimeSeconds(), confirmed.ToUnixTimeSeconds(), Seconds(lifetime)));

    /// <inheritdoc/>
    public async ValueTask<RevocationMark> Mark(CancellationToken cancellationToken)
    {
        if (!feed.IsUp) return RevocationMark.None;

        // A sign-out of another instance that was answered before this sign-in began must not look as if it came later: the replica may be behind, so the log itself is asked.
        var reading = feed.ReadUpToNow();
        await ((Task)reading).WaitAsync(FeedTimes.Patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reading.IsCompletedSuccessfully ? await reading : RevocationMark.None;
    }

    /// <inheritdoc/>
    public async ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken)
    {
        var (user, session, authTime) = (RevocationKey.Of(token.Subject), RevocationKey.Of(token), token.AuthTime.ToUnixTimeSeconds());
        var ended = replica.Table.User(user);
        if (ended.Sequence > mark.Value || !ended.Ended(authTime, session, time.GetUtcNow().ToUnixTimeSeconds())) return;

        if (outbox.Add(new RevocationEvent.Admitted(EventIds.Next(), user, session, authTime, mark.Value)) is not { } outgoing) return;
        feed.Wake();
        await Arrival(outgoing);
    }

    /// <summary>Whether that session's entry there lives about as long.</summary>
    private bool Ends(RevocationTable table, RevocationKey session, long seconds)
    {
        var remaining = table.SessionExpiry(session) - time.GetUtcNow().ToUnixTimeSeconds();
        return remaining > 0 && Math.Abs(remaining - seconds) <= seconds / 24;
    }

    private async ValueTask<Result<Success>> Record(RevocationEvent happened)
    {
        if (outbox.Add(happened) is not { } outgoing) return AuthErrors.RevocationUnavailable.Because("too many sign-outs wait for Redis");
        feed.Wake();
        if (feed.IsUp) await Arrival(outgoing);
        return outbox.Keep(outgoing) ? AuthErrors.RevocationUnavailable : Recorded;
    }

    // Bounded, and not by the caller's patience: half a sign-out is worse than one that nobody waits for.
    private async Task Arrival(Outgoing outgoing) => await outgoing.Arrival.WaitAsync(FeedTimes.Patience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>In whole seconds, rounded up: an entry may live a second too long, not too short.</summary>
    private static long Seconds(TimeSpan lifetime) => (long)Math.Ceiling(lifetime.TotalSeconds);
}
