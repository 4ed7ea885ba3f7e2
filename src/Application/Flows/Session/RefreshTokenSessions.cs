namespace CognitoAuth.Application.Flows.Session;

/// <summary>Finds the session that a refresh token is of. Only a token of the session says which one it is, so the refresh token is exchanged; of one that was used up, this process may remember it.</summary>
internal sealed class RefreshTokenSessions(ICognitoGateway cognito, IAccessTokenVerifier verifier, RotatedTokens rotated, RefreshesUnderWay underWay)
{
    /// <summary>Exchanges the token, and uses it up where the pool rotates refresh tokens.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="deviceKey">The remembered device of the session, where there is one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A failure where nobody knows: Cognito cannot be reached, or its response is of no use.</returns>
    public async Task<Result<RefreshTokenSession>> Find(Secret refreshToken, string? deviceKey, CancellationToken cancellationToken)
    {
        // A refresh under way may be about to use it up, and then knows the session.
        await underWay.WhenDone(refreshToken);

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

/// <summary>What is known of a refresh token's session.</summary>
internal abstract record RefreshTokenSession
{
    /// <summary>It is alive.</summary>
    /// <param name="Token">Its new access token, read.</param>
    /// <param name="Tokens">Its new tokens.</param>
    public sealed record Exchanged(VerifiedToken Token, TokenSet Tokens) : RefreshTokenSession;

    /// <summary>The token was used up by this process.</summary>
    /// <param name="Session">The session it was of.</param>
    public sealed record Remembered(RotatedSession Session) : RefreshTokenSession;

    /// <summary>Cognito refused the token, and the session cannot be learnt.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Unknown(AuthError Refusal) : RefreshTokenSession;
}
