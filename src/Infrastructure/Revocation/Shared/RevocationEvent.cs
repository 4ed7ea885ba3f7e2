using System.Runtime.InteropServices;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// What happened to sessions, as it stands in the log that instances share. Whoever applies the same events in the same order knows the same. Lifetimes are seconds from the moment at which Redis
/// took the event; other times are seconds since 1970.
/// </summary>
/// <param name="Id">Tells the event from all others, so that its sender finds it in the log.</param>
/// <param name="Subject">The session, or the user, that it is about.</param>
internal abstract record RevocationEvent(long Id, RevocationKey Subject)
{
    /// <summary>How long it matters, in seconds, as long as nothing before it in the log does.</summary>
    public abstract long Lifetime { get; }

    /// <summary>Changes what is known.</summary>
    public abstract void ApplyTo(RevocationTable table, EventMoment moment);

    /// <summary>A session ended. The last event of a session decides how long.</summary>
    public sealed record SessionEnded(long Id, RevocationKey Subject, long Seconds) : RevocationEvent(Id, Subject)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) => table.EndSession(Subject, moment.Expiry(Seconds));
    }

    /// <summary>What an instance knows of a session when the log has lost it: the longer life decides.</summary>
    public sealed record SessionKnown(long Id, RevocationKey Subject, long Seconds) : RevocationEvent(Id, Subject)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) => table.EndSession(Subject, Math.Max(table.SessionExpiry(Subject), moment.Expiry(Seconds)));
    }

    /// <summary>All sign-ins of a user up to a time ended; Cognito did not confirm yet.</summary>
    public sealed record SignInsEnded(long Id, RevocationKey Subject, long UpTo, long Seconds) : RevocationEvent(Id, Subject)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) =>
            table.Set(Subject, table.User(Subject).With(new(UpTo, moment.Expiry(Seconds)), moment.Sequence, moment.Now));
    }

    /// <summary>Cognito confirmed, or refused, what <see cref="SignInsEnded"/> announced.</summary>
    public sealed record SignInsConfirmed(long Id, RevocationKey Subject, long UpTo, long Confirmed, long Seconds) : RevocationEvent(Id, Subject)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) =>
            table.Set(Subject, table.User(Subject).WithConfirmed(UpTo, new(Confirmed, moment.Expiry(Seconds)), moment.Sequence, moment.Now));
    }

    /// <summary>What an instance knows of a user when the log has lost it.</summary>
    /// <param name="Id">Tells the event from all others.</param>
    /// <param name="Subject">The user.</param>
    /// <param name="Confirmed">Sign-ins that ended for good; without a life when there are none.</param>
    /// <param name="Provisional">Sign-outs that wait for Cognito.</param>
    public sealed record SignInsKnown(long Id, RevocationKey Subject, EndedFor Confirmed, IReadOnlyList<EndedFor> Provisional) : RevocationEvent(Id, Subject)
    {
        public override long Lifetime => Provisional.Prepend(Confirmed).Max(ended => ended.Seconds);

        public override void ApplyTo(RevocationTable table, EventMoment moment)
        {
            var confirmed = Confirmed.Seconds > 0 ? moment.Ended(Confirmed) : default;
            table.Set(Subject, table.User(Subject).With(confirmed, Provisional.Select(moment.Ended), moment.Sequence, moment.Now));
        }
    }

    /// <summary>A session of a user began after the last sign-out, though in the same second.</summary>
    /// <param name="Id">Tells the event from all others.</param>
    /// <param name="Subject">The user.</param>
    /// <param name="Session">The session.</param>
    /// <param name="AuthTime">When it began.</param>
    /// <param name="Mark">The place in the log before which its sign-in was not sent to Cognito.</param>
    public sealed record Admitted(long Id, RevocationKey Subject, RevocationKey Session, long AuthTime, long Mark) : RevocationEvent(Id, Subject)
    {
        // It is of use only to whoever reads the sign-out before it.
        public override long Lifetime => 0;

        public override void ApplyTo(RevocationTable table, EventMoment moment)
        {
            var ended = table.User(Subject);
            if (ended.Sequence <= Mark && ended.Ended(AuthTime, Session, moment.Now)) table.Set(Subject, ended.WithAdmitted(Session));
        }
    }
}

/// <summary>Sign-ins up to a time, and for how many seconds more that matters.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EndedFor(long Time, long Seconds);

/// <summary>When an event is applied.</summary>
/// <param name="Sequence">The event's place in the log.</param>
/// <param name="Now">The present time by this machine's clock, in seconds since 1970.</param>
/// <param name="Age">For how many seconds Redis has had the event, by the clock of Redis: only there are both times known, so no clock of another instance counts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventMoment(long Sequence, long Now, long Age)
{
    /// <summary>How much longer an entry lives than it must, in seconds: so far ahead of ours may Cognito's clock be (see the rule for <c>iat</c>), which says when a token ends.</summary>
    public const long Tolerance = 60;

    /// <summary>When an entry of that lifetime is over by this machine's clock.</summary>
    public long Expiry(long seconds) => Now - Age + seconds + Tolerance;

    /// <summary>By this machine's clock.</summary>
    public EndedUpTo Ended(EndedFor ended) => new(ended.Time, Expiry(ended.Seconds));
}
