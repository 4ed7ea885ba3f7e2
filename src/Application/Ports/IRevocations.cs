namespace CognitoAuth.Application.Ports;

/// <summary>
/// The sign-outs. Cognito's tokens verify until they expire, even after their session has ended, so this API refuses them itself. Two facts are kept: a session ended, and a user's sign-ins up to a
/// time ended. Times are compared with <c>auth_time</c>, which has whole seconds of Cognito's clock.
/// </summary>
public interface IRevocations
{
    /// <summary>
    /// Whether <see cref="Check"/> knows the sign-outs of all instances now; otherwise it returns <see cref="RevocationStatus.Unknown"/>. Check it before a call that uses something up, such as a
    /// refresh token.
    /// </summary>
    bool IsAvailable { get; }

    /// <summary>
    /// Whether all instances have what was recorded on this one. A sign-out that reached only this instance failed, and clients repeat it: such a repeat succeeds only once this is true, also when
    /// nothing is left to do at Cognito.
    /// </summary>
    bool IsAllRecorded { get; }

    /// <summary>Whether the token's session, or its user's sign-ins of that time, have ended. It looks in memory and does not wait, since it runs on every request.</summary>
    RevocationStatus Check(VerifiedToken token);

    /// <summary>
    /// Records that a session ended. The last call decides for how long: call it before the call to Cognito, with the lifetime of refresh tokens, and again with that of access tokens once Cognito has
    /// confirmed.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="lifetime">How long tokens of the session can still be presented, from now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> when it could not be recorded everywhere.</returns>
    ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Records that all sign-ins of a user up to a time ended, before the call to Cognito.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="upTo">Now, by this API's clock, until <see cref="ConfirmSignInsEnded"/> corrects it.</param>
    /// <param name="lifetime">How long their tokens can still be presented.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> when it could not be recorded everywhere.</returns>
    ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Corrects what <see cref="EndSignIns"/> recorded once Cognito has ended the user's sessions.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="upTo">The time that was given to <see cref="EndSignIns"/>.</param>
    /// <param name="confirmed">The time of Cognito's response by Cognito's clock; <see cref="DateTimeOffset.UnixEpoch"/> when Cognito refused and ended none.</param>
    /// <param name="lifetime">How long their access tokens can still be presented.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> when it could not be recorded everywhere.</returns>
    ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>A position in the order of events, after every sign-out that has completed on any instance. Take it before a sign-in is sent to Cognito, and give it to <see cref="Admit"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="RevocationMark.None"/> when the position is not known.</returns>
    ValueTask<RevocationMark> Mark(CancellationToken cancellationToken);

    /// <summary>
    /// Admits a session that began after its user's sign-ins were ended, but within the same second. Without it, a user who signs in within the second of a sign-out would be refused.
    /// A sign-in that was under way during the sign-out is not admitted.
    /// </summary>
    /// <param name="token">The new session's access token.</param>
    /// <param name="mark">Taken before the sign-in was sent to Cognito.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask Admit(VerifiedToken token, RevocationMark mark, CancellationToken cancellationToken);
}

/// <summary>A position in the order of the sign-outs.</summary>
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

    /// <summary>Not known: the shared log has been out of reach for too long. Return <see cref="AuthErrors.RevocationUnavailable"/>, and do not guess.</summary>
    Unknown,
}
