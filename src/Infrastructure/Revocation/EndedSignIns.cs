using System.Runtime.InteropServices;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// Until when a user's sign-ins ended. Immutable, and a struct so that the dictionary holds it directly: most users have only a confirmed time. Times are Unix seconds.
/// </summary>
/// <param name="Confirmed">The time that Cognito confirmed, or that no longer waits for confirmation.</param>
/// <param name="Sequence">The position of the last sign-out in the order of all.</param>
/// <param name="Open">Sign-outs that wait for Cognito, and sessions that began after them; most users have neither.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EndedSignIns(EndedUpTo Confirmed, long Sequence, OpenSignOuts? Open)
{
    /// <summary>How many sign-outs of one user may wait for Cognito. Beyond that the oldest counts as confirmed.</summary>
    public const int MaxProvisional = 8;

    /// <summary>Whether no part of it is in force any more.</summary>
    public bool IsExpired(long now) => !Confirmed.IsInForce(now) && (Open is null || !Array.Exists(Open.Provisional, ended => ended.IsInForce(now)));

    /// <summary>Whether a session that began at <paramref name="authTime"/> has ended.</summary>
    public bool Ended(long authTime, SessionId session, SessionId? formerSession, long now)
    {
        if (authTime > UpTo(now)) return false;

        return Open is null || (Array.IndexOf(Open.Admitted, session) < 0 && (formerSession is not { } former || Array.IndexOf(Open.Admitted, former) < 0));
    }

    /// <summary>The latest time that is still in force. Sign-outs that overlap never weaken each other.</summary>
    public long UpTo(long now)
    {
        var latest = Confirmed.IsInForce(now) ? Confirmed.Time : long.MinValue;
        if (Open is not null)
        {
            foreach (var ended in Open.Provisional)
            {
                if (ended.IsInForce(now) && ended.Time > latest) latest = ended.Time;
            }
        }

        return latest;
    }

    /// <summary>With a sign-out that waits for Cognito's time.</summary>
    public EndedSignIns With(EndedUpTo provisional, long sequence, long now)
    {
        EndedUpTo[] waiting = [.. Waiting(now), provisional];
        if (waiting.Length <= MaxProvisional) return new(Confirmed, sequence, new(waiting, []));

        // A user can repeat a sign-out many times while Cognito is unreachable. The oldest then counts as confirmed with its own time, which may be too late, but never too early.
        return new(Settled(waiting[0], now), sequence, new(waiting[1..], []));
    }

    /// <summary>With the time that Cognito confirmed instead of a provisional one.</summary>
    public EndedSignIns WithConfirmed(long provisional, EndedUpTo confirmed, long sequence, long now)
    {
        var waiting = Waiting(now).ToList();
        var index = waiting.FindIndex(ended => ended.Time == provisional);
        if (index >= 0) waiting.RemoveAt(index);

        // Cognito refused and ended none: what was confirmed before stays as it was.
        var settled = confirmed.Time == DateTimeOffset.UnixEpoch.ToUnixTimeSeconds() ? Confirmed : Settled(confirmed, now);
        return new(settled, sequence, waiting.Count > 0 ? new([.. waiting], []) : null);
    }

    /// <summary>With a session that began after the last sign-out.</summary>
    public EndedSignIns WithAdmitted(SessionId session) =>
        this with { Open = Open is null ? new([], [session]) : Open with { Admitted = [.. Open.Admitted, session] } };

    /// <summary>
    /// Merged with what another instance knows. Neither weakens the other, and a repeat changes no time. It may contain a new sign-out, so earlier admissions end with it.
    /// </summary>
    public EndedSignIns With(EndedUpTo confirmed, IEnumerable<EndedUpTo> provisional, long sequence, long now)
    {
        var settled = confirmed.IsInForce(now) ? Settled(confirmed, now) : Confirmed;
        var waiting = Waiting(now).ToList();
        // Two sign-outs of one second are two, and are confirmed one by one.
        foreach (var second in provisional.GroupBy(ended => ended.Time)) waiting.AddRange(second.Skip(waiting.Count(ended => ended.Time == second.Key)));

        var merged = new EndedSignIns(settled, sequence, waiting.Count > 0 ? new([.. waiting.Take(MaxProvisional)], []) : null);
        return waiting.Skip(MaxProvisional).Aggregate(merged, (ended, more) => ended.With(more, sequence, now));
    }

    /// <summary>Whether this contains all that the other contains. The ends of entries may differ by <paramref name="slack"/> seconds.</summary>
    public bool Covers(EndedSignIns other, long now, long slack)
    {
        var merged = With(other.Confirmed, other.Waiting(now), Sequence, now);
        return merged.Confirmed.Time == Confirmed.Time && merged.Confirmed.Expires <= Confirmed.Expires + slack && merged.Waiting(now).Count() == Waiting(now).Count();
    }

    /// <summary>The sign-outs that wait for Cognito's time and have not expired.</summary>
    public IEnumerable<EndedUpTo> Waiting(long now) => Open is null ? [] : Open.Provisional.Where(ended => ended.IsInForce(now));

    private EndedUpTo Settled(EndedUpTo ended, long now) => Confirmed.IsInForce(now) ? Confirmed.Or(ended) : ended;
}

/// <summary>Sign-ins up to a time ended, and when the entry expires.</summary>
/// <param name="Time">The time, in Unix seconds.</param>
/// <param name="Expires">When none of their tokens can be presented any more, in Unix seconds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EndedUpTo(long Time, long Expires)
{
    /// <summary>Whether it is in force at this time.</summary>
    public bool IsInForce(long now) => now < Expires;

    /// <summary>The later and longer of both.</summary>
    public EndedUpTo Or(EndedUpTo other) => new(Math.Max(Time, other.Time), Math.Max(Expires, other.Expires));
}

/// <summary>The unsettled part of a user's sign-outs.</summary>
/// <param name="Provisional">Sign-outs that Cognito has not confirmed, with the time of this API's clock.</param>
/// <param name="Admitted">Sessions that are known to have begun after the last of them.</param>
internal sealed record OpenSignOuts(EndedUpTo[] Provisional, SessionId[] Admitted);
