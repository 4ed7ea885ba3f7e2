using System.Runtime.InteropServices;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// Until when a user's sign-ins ended. Immutable, and a struct so that it lies in the dictionary itself: most users have no more than a confirmed time. Times are seconds since 1970.
/// </summary>
/// <param name="Confirmed">The time that Cognito confirmed, or that no longer waits for it.</param>
/// <param name="Sequence">The place of the last sign-out in the order of all.</param>
/// <param name="Open">What most users do not have: sign-outs that wait for Cognito, and sessions that began after them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EndedSignIns(EndedUpTo Confirmed, long Sequence, OpenSignOuts? Open)
{
    /// <summary>How many sign-outs of one user may wait for Cognito: more are not told apart.</summary>
    public const int MaxProvisional = 8;

    /// <summary>Whether nothing of it counts any more.</summary>
    public bool IsOver(long now) => !Confirmed.Counts(now) && (Open is null || !Array.Exists(Open.Provisional, ended => ended.Counts(now)));

    /// <summary>Whether a session that began then has ended.</summary>
    public bool Ended(long authTime, RevocationKey session, long now)
    {
        if (authTime > UpTo(now))
            return false;

        return Open is null || Array.IndexOf(Open.Admitted, session) < 0;
    }

    /// <summary>The latest time that still counts. Sign-outs that overlap never weaken each other.</summary>
    public long UpTo(long now)
    {
        var latest = Confirmed.Counts(now) ? Confirmed.Time : long.MinValue;
        if (Open is not null)
        {
            foreach (var ended in Open.Provisional)
            {
                if (ended.Counts(now) && ended.Time > latest)
                    latest = ended.Time;
            }
        }

        return latest;
    }

    /// <summary>With a sign-out that waits for Cognito's time.</summary>
    public EndedSignIns With(EndedUpTo provisional, long sequence, long now)
    {
        EndedUpTo[] waiting = [.. Waiting(now), provisional];
        if (waiting.Length <= MaxProvisional)
            return new(Confirmed, sequence, new(waiting, []));

        // Whoever signs out again and again while Cognito is away. The oldest no longer waits: it counts as it stands, later than need be but never earlier.
        return new(Settled(waiting[0], now), sequence, new(waiting[1..], []));
    }

    /// <summary>With the time that Cognito confirmed in the place of a provisional one.</summary>
    /// <param name="provisional">The time of the sign-out that was confirmed.</param>
    /// <param name="confirmed">Cognito's time.</param>
    /// <param name="sequence">The place in the order of sign-outs.</param>
    /// <param name="now">The present time.</param>
    public EndedSignIns WithConfirmed(long provisional, EndedUpTo confirmed, long sequence, long now)
    {
        var waiting = Waiting(now).ToList();
        var index = waiting.FindIndex(ended => ended.Time == provisional);
        if (index >= 0)
            waiting.RemoveAt(index);

        // Cognito refused and ended none: what was confirmed before stays as it was.
        var settled = confirmed.Time == DateTimeOffset.UnixEpoch.ToUnixTimeSeconds() ? Confirmed : Settled(confirmed, now);
        return new(settled, sequence, waiting.Count > 0 ? new([.. waiting], []) : null);
    }

    /// <summary>With a session that began after the last sign-out.</summary>
    public EndedSignIns WithAdmitted(RevocationKey session) =>
        this with { Open = Open is null ? new([], [session]) : Open with { Admitted = [.. Open.Admitted, session] } };

    /// <summary>
    /// With what another instance knows, too: neither weakens the other, and a repeat changes no time. It counts as a sign-out, since it may bring one: sessions that were admitted before are not any more.
    /// </summary>
    /// <param name="confirmed">The time that it knows as confirmed; it need not count.</param>
    /// <param name="provisional">The sign-outs that wait for Cognito, as far as it knows.</param>
    /// <param name="sequence">The place in the order of sign-outs.</param>
    /// <param name="now">The present time.</param>
    public EndedSignIns With(EndedUpTo confirmed, IEnumerable<EndedUpTo> provisional, long sequence, long now)
    {
        var settled = confirmed.Counts(now) ? Settled(confirmed, now) : Confirmed;
        var waiting = Waiting(now).ToList();
        // Two sign-outs of one second are two, and are confirmed one by one.
        foreach (var second in provisional.GroupBy(ended => ended.Time))
            waiting.AddRange(second.Skip(waiting.Count(ended => ended.Time == second.Key)));

        var merged = new EndedSignIns(settled, sequence, waiting.Count > 0 ? new([.. waiting.Take(MaxProvisional)], []) : null);
        return waiting.Skip(MaxProvisional).Aggregate(merged, (ended, more) => ended.With(more, sequence, now));
    }

    /// <summary>Whether everything is known here that is known there.</summary>
    /// <param name="other">What is known there.</param>
    /// <param name="now">The present time.</param>
    /// <param name="slack">By how many seconds the ends of entries may differ.</param>
    public bool Covers(EndedSignIns other, long now, long slack)
    {
        var merged = With(other.Confirmed, other.Waiting(now), Sequence, now);
        return merged.Confirmed.Time == Confirmed.Time && merged.Confirmed.Expires <= Confirmed.Expires + slack && merged.Waiting(now).Count() == Waiting(now).Count();
    }

    /// <summary>The sign-outs that wait for Cognito's time and still count.</summary>
    public IEnumerable<EndedUpTo> Waiting(long now) => Open is null ? [] : Open.Provisional.Where(ended => ended.Counts(now));

    private EndedUpTo Settled(EndedUpTo ended, long now) => Confirmed.Counts(now) ? Confirmed.Or(ended) : ended;
}

/// <summary>Sign-ins up to a time, and until when that matters.</summary>
/// <param name="Time">The time, in seconds since 1970.</param>
/// <param name="Expires">When no token of them can turn up any more, in seconds since 1970.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EndedUpTo(long Time, long Expires)
{
    /// <summary>Whether it matters at this time.</summary>
    public bool Counts(long now) => now < Expires;

    /// <summary>The later and longer of both.</summary>
    public EndedUpTo Or(EndedUpTo other) => new(Math.Max(Time, other.Time), Math.Max(Expires, other.Expires));
}

/// <summary>What is open about a user's sign-outs.</summary>
/// <param name="Provisional">Those that Cognito did not confirm, with the time by this API's clock.</param>
/// <param name="Admitted">Sessions that are known to have begun after the last of them.</param>
internal sealed record OpenSignOuts(EndedUpTo[] Provisional, RevocationKey[] Admitted);
