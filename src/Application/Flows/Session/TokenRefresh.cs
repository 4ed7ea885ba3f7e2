using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>
/// One exchange of a refresh token, for all callers who ask for it at once. It is made with what the first of them sent, their client metadata and address, and goes on when they have left.
/// </summary>
internal sealed class TokenRefresh(ICognitoGateway cognito, IAccessTokenVerifier verifier, IRevocations revocations, SessionEnding sessions, RotatedTokens rotated, INotifications notifications)
{
    /// <summary>Exchanges the token. Nobody can cancel it: others may wait for the same result, and a rotated token must not be lost.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="deviceKey">The remembered device of the session, where there is one.</param>
    public async Task<Result<TokenSet>> Run(Secret refreshToken, string? deviceKey)
    {
        // Before a rotated token is used up for a result that its owner would not get.
        if (!revocations.IsAvailable) return AuthErrors.RevocationUnavailable;

        var refreshed = await cognito.GetTokensFromRefreshToken(refreshToken, deviceKey, CancellationToken.None);
        if (refreshed.IsFailure(out var error, out var tokens))
        {
            // Somebody else has the family's newer tokens: the thief or the owner. Neither keeps them.
            if (error.Is(AuthErrors.RefreshTokenReused)) await EndFamily(refreshToken);
            return error;
        }

        if (verifier.ReadIssued(tokens.AccessToken).IsFailure(out var unreadable, out var token)) return AuthErrors.UpstreamInvalid.Because(unreadable.Reason ?? unreadable.Code);

        switch (revocations.Check(token))
        {
            case RevocationStatus.Live:
                if (tokens.RefreshToken is not null) rotated.Remember(refreshToken, token);
                return tokens;
            case RevocationStatus.Unknown:
                return AuthErrors.RevocationUnavailable;
            default:
                // Signed out here with an access token alone: only now is there a refresh token to revoke.
                await cognito.RevokeToken(tokens.RefreshToken ?? refreshToken, CancellationToken.None);
                return AuthErrors.InvalidRefreshToken.Because("signed out");
        }
    }

    private async Task EndFamily(Secret refreshToken)
    {
        var found = rotated.Find(refreshToken);
        if (found is not null) await sessions.End(found.Session, refreshToken, isProven: false, CancellationToken.None);
        else await cognito.RevokeToken(refreshToken, CancellationToken.None);
        notifications.Publish(new RefreshTokenReused(found?.Session, found?.Subject));
    }
}
