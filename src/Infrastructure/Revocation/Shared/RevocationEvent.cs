using System.Runtime.InteropServices;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// What happened to sessions, as it stands in the log that instances share. Instances that apply the same events in the same order know the same. Lifetimes are seconds from the moment at which the log
/// took the event; other times are Unix seconds.
/// </summary>
/// <param name="Id">Distinguishes the event from all others, so that its sender finds it in the log.</param>
internal abstract record RevocationEvent(long Id)
{
    /// <summary>How long the event must stay in the log, in seconds, unless an event before it must stay longer.</summary>
    public abstract long Lifetime { get; }

    /// <summary>Changes what is known.</summary>
    public abstract void ApplyTo(RevocationTable table, EventMoment moment);

    /// <summary>A session ended. The last event of a session decides for how long it is remembered.</summary>
    public sealed record SessionEnded(long Id, SessionId Session, long Seconds) : RevocationEvent(Id)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) => table.EndSession(Session, moment.Expiry(Seconds));
    }

    /// <summary>What an instance knows of a session when the log has lost it. The longer lifetime decides.</summary>
    public sealed record SessionKnown(long Id, SessionId Session, long Seconds) : RevocationEvent(Id)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) => table.EndSession(Session, Math.Max(table.SessionExpiry(Session), moment.Expiry(Seconds)));
    }

    /// <summary>All sign-ins of a user up to a time ended; Cognito has not confirmed yet.</summary>
    public sealed record SignInsEnded(long Id, SubjectId Subject, long UpTo, long Seconds) : RevocationEvent(Id)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) =>
            table.Set(Subject, table.User(Subject).With(new(UpTo, moment.Expiry(Seconds)), moment.Sequence, moment.Now));
    }

    /// <summary>Cognito confirmed, or refused, what <see cref="SignInsEnded"/> announced.</summary>
    public sealed record SignInsConfirmed(long Id, SubjectId Subject, long UpTo, long Confirmed, long Seconds) : RevocationEvent(Id)
    {
        public override long Lifetime => Seconds;

        public override void ApplyTo(RevocationTable table, EventMoment moment) =>
            table.Set(Subject, table.User(Subject).WithConfirmed(UpTo, new(Confirmed, moment.Expiry(Seconds)), moment.Sequence, moment.Now));
    }

    /// <summary>What an instance knows of a user when the log has lost it.</summary>
    /// <param name="Id">Distinguishes the event from all others.</param>
    /// <param name="Subject">The user.</param>
    /// <param name="Confirmed">Sign-ins that ended for good; with a lifetime of 0 when there are none.</param>
    /// <param name="Provisional">Sign-outs that wait for Cognito.</param>
    public sealed record SignInsKnown(long Id, SubjectId Subject, EndedFor Confirmed, IReadOnlyList<EndedFor> Provisional) : RevocationEvent(Id)
    {
        public override long Lifetime => Provisional.Prepend(Confirmed).Max(ended => ended.Seconds);

        public override void ApplyTo(RevocationTable table, EventMoment moment)
        {
            var confirmed = Confirmed.Seconds > 0 ? moment.Ended(Confirmed) : default;
            table.Set(Subject, table.User(Subject).With(confirmed, Provisional.Select(moment.Ended), moment.Sequence, moment.Now));
        }
    }

    /// <summary>A session of a user began after the last sign-out, though in the same second.</summary>
    /// <param name="Id">Distinguishes the event from all others.</param>
    /// <param name="Subject">The user.</param>
    /// <param name="Session">The session.</param>
    /// <param name="AuthTime">When it began.</param>
    /// <param name="Mark">The position in the log that was read before its sign-in was sent to Cognito.</param>
    public sealed record Admitted(long Id, SubjectId Subject, SessionId Session, long AuthTime, long Mark) : RevocationEvent(Id)
    {
        // It matters only to instances that read the sign-out before it.
        public override long Lifetime => 0;

        public override void ApplyTo(RevocationTable table, EventMoment moment)
        {
            var ended = table.User(Subject);
            if (ended.Sequence <= Mark && ended.Ended(AuthTime, Session, formerSession: null, moment.Now)) table.Set(Subject, ended.WithAdmitted(Session));
        }
    }
}

/// <summary>Sign-ins up to a time ended, and for how many more seconds that is in force.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EndedFor(long Time, long Seconds);

/// <summary>When an event is applied.</summary>
/// <param name="Sequence">The event's position in the log.</param>
/// <param name="Now">The present time by this machine's clock, in Unix seconds.</param>
/// <param name="Age">For how many seconds the log has had the event, by the log's clock. Both times are known only there, so no clock of another instance matters.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventMoment(long Sequence, long Now, long Age)
{
    /// <summary>How much longer an entry lives than it must, in seconds: Cognito's clock, which decides when a token expires, may be this far ahead of this machine's (see the rule for <c>iat</c>).</summary>
    public const long Tolerance = 60;

    /// <summary>When an entry of that lifetime expires, by this machine's clock.</summary>
    public long Expiry(long seconds) => Now - Age + seconds + Tolerance;

    /// <summary>By this machine's clock.</summary>
    public EndedUpTo Ended(EndedFor ended) => new(ended.Time, Expiry(ended.Seconds));
}
