namespace CognitoAuth.Application.Ports;

/// <summary>
/// The sign-outs. Cognito's tokens verify until they expire, even after their session has ended, so this API refuses them itself. It records two facts: that a session ended, and that a user's
/// sign-ins up to a time ended. Times are compared with <c>auth_time</c>, which has whole seconds of Cognito's clock.
/// </summary>
public interface IRevocations
{
    /// <summary>
    /// Whether <see cref="Check"/> knows the sign-outs of all instances; otherwise it returns <see cref="RevocationStatus.Unknown"/>. Check it before a call that uses up a refresh token.
    /// </summary>
    bool IsAvailable { get; }

    /// <summary>
    /// Whether all instances have every sign-out that was recorded on this one. A sign-out that reached only this instance fails, and clients repeat it. The repeat succeeds only when this is true,
    /// even if nothing is left to do at Cognito.
    /// </summary>
    bool IsAllRecorded { get; }

    /// <summary>Whether the token's session, or its user's sign-ins of that time, have ended. It only reads memory, since it runs on every request.</summary>
    RevocationStatus Check(VerifiedToken token);

    /// <summary>
    /// Records that a session ended. The last call sets the lifetime: call it before the call to Cognito, with the lifetime of refresh tokens, and again after Cognito confirmed, with that of access
    /// tokens.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="lifetime">How long tokens of the session can still be presented, from now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> if it could not be recorded on all instances.</returns>
    ValueTask<Result<Success>> EndSession(SessionId session, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Records, before the call to Cognito, that all sign-ins of a user up to a time ended.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="upTo">Now, by this API's clock, until <see cref="ConfirmSignInsEnded"/> corrects it.</param>
    /// <param name="lifetime">How long their tokens can still be presented.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> if it could not be recorded on all instances.</returns>
    ValueTask<Result<Success>> EndSignIns(string subject, DateTimeOffset upTo, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Corrects what <see cref="EndSignIns"/> recorded once Cognito has ended the user's sessions.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="upTo">The time that was passed to <see cref="EndSignIns"/>.</param>
    /// <param name="confirmed">The time of Cognito's response by Cognito's clock; <see cref="DateTimeOffset.UnixEpoch"/> if Cognito refused and ended none.</param>
    /// <param name="lifetime">How long their access tokens can still be presented.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.RevocationUnavailable"/> if it could not be recorded on all instances.</returns>
    ValueTask<Result<Success>> ConfirmSignInsEnded(string subject, DateTimeOffset upTo, DateTimeOffset confirmed, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>A position in the order of events, after every sign-out that has completed on any instance. Take it before a sign-in is sent to Cognito, and pass it to <see cref="Admit"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="RevocationMark.None"/> if the position is not known.</returns>
    ValueTask<RevocationMark> Mark(CancellationToken cancellationToken);

    /// <summary>
    /// Admits a session that began after its user's sign-ins were ended, but within the same second; otherwise its tokens would be refused.
    /// A sign-in that was in progress during the sign-out is not admitted.
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
    /// <summary>Before all sign-outs: admits no session.</summary>
    public static readonly RevocationMark None = new(-1);
}

/// <summary>The status of a token's session.</summary>
public enum RevocationStatus
{
    /// <summary>It has not ended.</summary>
    Live,

    /// <summary>The session has ended: refuse the token.</summary>
    SessionEnded,

    /// <summary>The user's sign-ins up to the token's have ended: refuse the token.</summary>
    SignInsEnded,

    /// <summary>Not known: the shared log has been unavailable for too long. Return <see cref="AuthErrors.RevocationUnavailable"/>.</summary>
    Unknown,
}
