namespace CognitoAuth.Application.Flows.Session;

/// <summary>Ends sessions here first and then at Cognito, so that a failure at Cognito leaves a session ended rather than alive.</summary>
internal sealed class SessionEnding(ICognitoGateway cognito, IRevocations revocations, UserPoolSettings pool, TimeProvider time)
{
    /// <summary>Ends one session and revokes its refresh token at Cognito, if there is one.</summary>
    /// <param name="session">The session.</param>
    /// <param name="refreshToken">Its refresh token, according to the caller.</param>
    /// <param name="isProven">Whether the refresh token certainly belongs to the session, since an access token of the session was issued for it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Success if all instances refuse the session and Cognito revoked what it could; after a failure, a repeat is safe.</returns>
    public async Task<Result<Success>> End(SessionId session, Secret? refreshToken, bool isProven, CancellationToken cancellationToken)
    {
        var recorded = await revocations.EndSession(session, pool.RefreshTokenLifetime, cancellationToken);
        var isRevoked = false;
        if (refreshToken is not null)
        {
            var revoked = await cognito.RevokeToken(refreshToken, cancellationToken);
            isRevoked = !revoked.IsFailure(out var error);

            // The client has revocation off, or the refresh token is not one of its own: Cognito cannot revoke it, now or later. The session stays refused here for as long as it could be refreshed.
            if (!isRevoked && error!.Kind is not (ErrorKind.NotEnabled or ErrorKind.Invalid or ErrorKind.Unauthenticated)) return Unconfirmed(error);
        }

        if (recorded.IsFailure(out var unrecorded)) return unrecorded;

        // Cognito returns success for any invalid token, including one of another session. If that counted as the end of this session, an attacker with its real refresh token could sign out with an
        // invalid one, wait a day, and refresh again.
        return isRevoked && isProven ? await revocations.EndSession(session, UserPoolSettings.LongestAccessTokenLifetime, cancellationToken) : recorded;
    }

    /// <summary>Ends all of a user's sessions.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="authTime">When the caller's own session began, by Cognito's clock, which can be ahead of this API's.</param>
    /// <param name="atCognito">Ends them at Cognito and returns the time, by Cognito's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Success if all instances refuse them and Cognito has ended them; after a failure, a repeat is safe.</returns>
    public async Task<Result<Success>> EndAll(string subject, DateTimeOffset authTime, Func<Task<Result<DateTimeOffset>>> atCognito, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var upTo = authTime > now ? authTime : now;
        var recorded = await revocations.EndSignIns(subject, upTo, pool.RefreshTokenLifetime, cancellationToken);
        var ended = await atCognito();
        if (ended.IsFailure(out var error, out var confirmed))
        {
            // Cognito refused the caller and ended nothing, so the record is undone. After an outage the outcome is unknown, so the record stays.
            if (error.Kind is ErrorKind.Unauthenticated or ErrorKind.Forbidden) await Confirm(DateTimeOffset.UnixEpoch);
            return Unconfirmed(error);
        }

        var corrected = await Confirm(confirmed);
        return recorded.IsFailure(out var unrecorded) ? unrecorded : corrected;

        ValueTask<Result<Success>> Confirm(DateTimeOffset endedAt) =>
            revocations.ConfirmSignInsEnded(subject, upTo, endedAt, UserPoolSettings.LongestAccessTokenLifetime, cancellationToken);
    }

    /// <summary>Ends all of the caller's sessions with an access token. <see cref="AuthErrors.InvalidToken"/> if the token's own session was signed out.</summary>
    public async Task<Result<Success>> EndAll(VerifiedToken token, Secret accessToken, CancellationToken cancellationToken)
    {
        // Before recording anything, since Cognito would refuse it.
        if (!token.AllowsSelfService) return AuthErrors.Forbidden.Because("scope missing");

        switch (revocations.Check(token))
        {
            case RevocationStatus.Live or RevocationStatus.Unknown:
                return await EndAll(token.Subject, token.AuthTime, () => cognito.GlobalSignOut(accessToken, cancellationToken), cancellationToken);

            // A session that was signed out alone must not end the others.
            case RevocationStatus.SessionEnded:
                return AuthErrors.InvalidToken.Because("signed out");

            // A repeat. It ends the sessions at Cognito if the first attempt did not; otherwise Cognito refuses the token, and newer sign-ins stay.
            default:
                var ended = await cognito.GlobalSignOut(accessToken, cancellationToken);
                if (!ended.IsFailure(out var error, out var confirmed))
                {
                    return await revocations.ConfirmSignInsEnded(token.Subject, confirmed, confirmed, UserPoolSettings.LongestAccessTokenLifetime, cancellationToken);
                }
                return error.Is(AuthErrors.InvalidToken) ? Repeated() : error;
        }
    }

    /// <summary>Ends the family of a refresh token at Cognito, if its session is not known. For a reused token or a disabled user nothing else can be ended.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="refusal">Why Cognito did not exchange it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<Success>> EndFamily(Secret refreshToken, AuthError refusal, CancellationToken cancellationToken)
    {
        var revoked = await cognito.RevokeToken(refreshToken, cancellationToken);

        // The token is invalid, or its device key is missing, which Cognito reports in the same way; then it was valid until now. A token that Cognito refuses to revoke it also refuses to exchange.
        if (refusal.Is(AuthErrors.InvalidRefreshToken)) return revoked.Error is { Kind: ErrorKind.Unavailable or ErrorKind.Timeout } outage ? outage : Repeated();
        return refusal.Kind is ErrorKind.Unauthenticated or ErrorKind.Forbidden ? revoked : refusal;
    }

    // Nothing is left to do at Cognito. The first attempt may have failed because it was not recorded on all instances.
    private Result<Success> Repeated() => revocations.IsAllRecorded ? default(Success) : AuthErrors.RevocationUnavailable;

    /// <summary>Without a confirmation from Cognito the sign-out is not complete, and a repeat is safe.</summary>
    private static AuthError Unconfirmed(AuthError error) => error.Kind is ErrorKind.Timeout or ErrorKind.BadUpstream ? AuthErrors.UpstreamUnavailable.Because($"{error.Code}: {error.Reason}") : error;
}
