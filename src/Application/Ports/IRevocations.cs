using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

/// <summary>
/// What was signed out. Cognito's tokens verify until they expire whatever happens to the session, so this API refuses them itself. Two facts are kept: a session ended, and a user's sign-ins
/// up to a time ended. Times are compared with <c>auth_time</c>, which is Cognito's clock in whole seconds.
/// </summary>
public interface IRevocations
{
    /// <summary>
    /// Whether <see cref="Check"/> can tell at the moment, and does not answer <see cref="RevocationStatus.Unknown"/>. To be asked before something is used up that such an answer would waste.
    /// </summary>
    bool CanTell { get; }

    /// <summary>Whether everything that was recorded on this instance is recorded everywhere. A sign-out that could not be is repeated, and a repeat that finds nothing left to do at Cognito is not done before.</summary>
    bool IsAllRecorded { get; }

    /// <summary>Whether the token's session, or its user's sign-ins of that time, have ended. In process, no waiting: it is asked on every request.</summary>
    RevocationStatus Check(VerifiedToken token);

    /// <summary>
    /// Records that a session ended. The last call decides for how long: call it before Cognito is asked, with the life of refresh tokens, and again with that of access tokens once Cognito confirmed.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="lifetime">How long tokens of it can still turn up, from now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> when it could not be recorded everywhere.</returns>
    ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Records that all sign-ins of a user up to a time ended, before Cognito was asked.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="upTo">Now, by this API's clock, until <see cref="ConfirmSignInsEnded"/> corrects it.</param>
    /// <param name="lifetime">How long tokens of them can still turn up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> when it could not be recorded everywhere.</returns>
    ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Corrects what <see cref="EndSignIns"/> recorded once Cognito has ended the user's sessions.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="upTo">The time that was given to <see cref="EndSignIns"/>.</param>
    /// <param name="confirmed">The time of Cognito's answer by Cognito's clock; <see cref="DateTimeOffset.UnixEpoch"/> when Cognito refused and ended none.</param>
    /// <param name="lifetime">How long access tokens of them can still turn up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> when it could not be recorded everywhere.</returns>
    ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>A place in the order of events, after every sign-out that was answered before, on whatever instance. Taken before a sign-in is sent to Cognito and given to <see cref="Admit"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="RevocationMark.None"/> when it cannot be told.</returns>
    ValueTask<RevocationMark> Mark(CancellationToken cancellationToken);

    /// <summary>
    /// Admits a session that began after its user's sign-ins were ended but, in whole seconds, not later: without it, a user who signs in within the second of a sign-out would be refused.
    /// A sign-in that was under way when they were ended is not admitted.
    /// </summary>
    /// <param name="token">The new session's access token.</param>
    /// <param name="mark">Taken before the sign-in was sent to Cognito.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken);
}

/// <summary>A place in the order of the sign-outs.</summary>
/// <param name="Value">Grows with every sign-out of all of a user's sessions.</param>
public readonly record struct RevocationMark(long Value)
{
    /// <summary>Before all sign-outs: admits nothing.</summary>
    public static readonly RevocationMark None = new(-1);
}

/// <summary>What is known of a token's session.</summary>
public enum RevocationStatus
{
    /// <summary>It has not ended.</summary>
    Live,

    /// <summary>The session has ended: refuse the token.</summary>
    SessionEnded,

    /// <summary>All sign-ins of the user up to that time have ended: refuse the token.</summary>
    SignInsEnded,

    /// <summary>It cannot be told: the shared store has been away for too long. Answer <see cref="AuthErrors.RevocationUnavailable"/>, never a guess.</summary>
    Unknown,
}
