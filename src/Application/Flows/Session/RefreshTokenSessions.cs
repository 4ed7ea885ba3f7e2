namespace CognitoAuth.Application.Flows.Session;

/// <summary>Finds the session of a refresh token. Only an access token names the session, so the refresh token is exchanged; for a used one, this process may remember the session.</summary>
internal sealed class RefreshTokenSessions(ICognitoGateway cognito, IAccessTokenVerifier verifier, RotatedTokens rotated, RefreshesInProgress inProgress)
{
    /// <summary>Exchanges the token, and uses it up if the pool rotates refresh tokens.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="deviceKey">The session's remembered device, if there is one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A failure if Cognito is unavailable or its response cannot be read.</returns>
    public async Task<Result<RefreshTokenSession>> Find(Secret refreshToken, string? deviceKey, CancellationToken cancellationToken)
    {
        // A refresh in progress may use the token up; then this process remembers its session.
        await inProgress.WhenDone(refreshToken);

        var exchanged = await cognito.GetTokensFromRefreshToken(refreshToken, deviceKey, cancellationToken);
        if (exchanged.IsFailure(out var error, out var tokens))
        {
            if (error.Kind is ErrorKind.Unavailable or ErrorKind.Timeout) return error;
            return rotated.Find(refreshToken) is { } found ? new RefreshTokenSession.Remembered(found) : new RefreshTokenSession.Unknown(error);
        }

        if (verifier.ReadIssued(tokens.AccessToken).IsFailure(out var unreadable, out var token)) return AuthErrors.UpstreamInvalid.Because(unreadable.Reason ?? unreadable.Code);
        return new RefreshTokenSession.Exchanged(token, tokens);
    }
}

/// <summary>What is known about a refresh token's session.</summary>
internal abstract record RefreshTokenSession
{
    /// <summary>It is alive.</summary>
    /// <param name="Token">The claims of its new access token.</param>
    /// <param name="Tokens">Its new tokens.</param>
    public sealed record Exchanged(VerifiedToken Token, TokenSet Tokens) : RefreshTokenSession;

    /// <summary>This process rotated the token.</summary>
    /// <param name="Session">Its session.</param>
    public sealed record Remembered(RotatedSession Session) : RefreshTokenSession;

    /// <summary>Cognito refused the token, and its session is not known.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Unknown(AuthError Refusal) : RefreshTokenSession;
}
