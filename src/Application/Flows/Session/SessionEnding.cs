namespace CognitoAuth.Application.Flows.Session;

/// <summary>Ends sessions here and at Cognito, in the order that leaves none half ended: refused here first, so that a failure at Cognito leaves a session dead rather than alive.</summary>
internal sealed class SessionEnding(ICognitoGateway cognito, IRevocations revocations, UserPoolSettings pool, TimeProvider time)
{
    /// <summary>Ends one session and, where a refresh token is given, revokes that at Cognito.</summary>
    /// <param name="session">The session.</param>
    /// <param name="refreshToken">Its refresh token, as far as the caller says.</param>
    /// <param name="isProven">Whether the refresh token is known to be the session's, since a token of the session was minted from it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Success when it is refused everywhere and Cognito did what it can; a failure is harmless to repeat.</returns>
    public async Task<Result<Success>> End(SessionId session, Secret? refreshToken, bool isProven, CancellationToken cancellationToken)
    {
        var recorded = await revocations.EndSession(session, pool.RefreshTokenLifetime, cancellationToken);
        var isRevoked = false;
        if (refreshToken is not null)
        {
            var revoked = await cognito.RevokeToken(refreshToken, cancellationToken);
            isRevoked = !revoked.IsFailure(out var error);

            // Revocation is off in this client, or it is no refresh token of it: Cognito can do nothing, now or later. The session stays refused here for as long as it could be refreshed.
            if (!isRevoked && error!.Kind is not (ErrorKind.NotEnabled or ErrorKind.Invalid or ErrorKind.Unauthenticated)) return Unconfirmed(error);
        }

        if (recorded.IsFailure(out var unrecorded)) return unrecorded;

        // Cognito answers success for any token that is dead, one of another session too. Were that taken for this session's end, whoever holds its real refresh token could sign out with a dead
        // one, wait a day, and refresh again.
        return isRevoked && isProven ? await revocations.EndSession(session, UserPoolSettings.LongestAccessTokenLifetime, cancellationToken) : recorded;
    }

    /// <summary>Ends all of a user's sessions.</summary>
    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="authTime">When the caller's own session began, by Cognito's clock: ours may be behind it.</param>
    /// <param name="atCognito">Ends them at Cognito and answers when, by Cognito's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Success when they are refused everywhere and Cognito has ended them; a failure is harmless to repeat.</returns>
    public async Task<Result<Success>> EndAll(string subject, DateTimeOffset authTime, Func<Task<Result<DateTimeOffset>>> atCognito, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var upTo = authTime > now ? authTime : now;
        var recorded = await revocations.EndSignIns(subject, upTo, pool.RefreshTokenLifetime, cancellationToken);
        var ended = await atCognito();
        if (ended.IsFailure(out var error, out var confirmed))
        {
            // Cognito refused the caller and ended nothing: neither do we. Of an outage nobody knows, so what was recorded stays.
            if (error.Kind is ErrorKind.Unauthenticated or ErrorKind.Forbidden) await Confirm(DateTimeOffset.UnixEpoch);
            return Unconfirmed(error);
        }

        var corrected = await Confirm(confirmed);
        return recorded.IsFailure(out var unrecorded) ? unrecorded : corrected;

        ValueTask<Result<Success>> Confirm(DateTimeOffset endedAt) =>
            revocations.ConfirmSignInsEnded(subject, upTo, endedAt, UserPoolSettings.LongestAccessTokenLifetime, cancellationToken);
    }

    /// <summary>Ends all of the caller's sessions, by an access token.</summary>
    /// <param name="token">The access token, verified.</param>
    /// <param name="accessToken">The access token as it was presented.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>As of the other; <see cref="AuthErrors.InvalidToken"/> when the token's own session was signed out.</returns>
    public async Task<Result<Success>> EndAll(VerifiedToken token, Secret accessToken, CancellationToken cancellationToken)
    {
        // Cognito would refuse it, after we had recorded it.
        if (!token.AllowsSelfService) return AuthErrors.Forbidden.Because("scope missing");

        switch (revocations.Check(token))
        {
            case RevocationStatus.Live or RevocationStatus.Unknown:
                return await EndAll(token.Subject, token.AuthTime, () => cognito.GlobalSignOut(accessToken, cancellationToken), cancellationToken);

            // A session that ended by itself may not end the others.
            case RevocationStatus.SessionEnded:
                return AuthErrors.InvalidToken.Because("signed out");

            // A repeat. Where Cognito did not hear of the first it does now; where it did, the sign-ins made since stay.
            default:
                var ended = await cognito.GlobalSignOut(accessToken, cancellationToken);
                if (!ended.IsFailure(out var error, out var confirmed))
                {
                    return await revocations.ConfirmSignInsEnded(token.Subject, confirmed, confirmed, UserPoolSettings.LongestAccessTokenLifetime, cancellationToken);
                }
                return error.Is(AuthErrors.InvalidToken) ? Repeated() : error;
        }
    }

    /// <summary>Ends what can be ended by a refresh token whose session cannot be learnt: its family, at Cognito. Of a reused token, or of a user who was disabled, there is no more to end.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="refusal">Why Cognito did not exchange it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<Success>> EndFamily(Secret refreshToken, AuthError refusal, CancellationToken cancellationToken)
    {
        var revoked = await cognito.RevokeToken(refreshToken, cancellationToken);

        // It is dead, or it lacks its device's key, which looks the same: then it was alive until now. What Cognito would not revoke it would not exchange either.
        if (refusal.Is(AuthErrors.InvalidRefreshToken)) return revoked.Error is { Kind: ErrorKind.Unavailable or ErrorKind.Timeout } outage ? outage : Repeated();
        return refusal.Kind is ErrorKind.Unauthenticated or ErrorKind.Forbidden ? revoked : refusal;
    }

    // Cognito has nothing left to do. Have we? The first attempt may have been answered that it was not recorded everywhere.
    private Result<Success> Repeated() => revocations.IsAllRecorded ? default(Success) : AuthErrors.RevocationUnavailable;

    /// <summary>Whatever kept Cognito from confirming, the sign-out is not done, and repeating it is harmless.</summary>
    private static AuthError Unconfirmed(AuthError error) => error.Kind is ErrorKind.Timeout or ErrorKind.BadUpstream ? AuthErrors.UpstreamUnavailable.Because($"{error.Code}: {error.Reason}") : error;
}
