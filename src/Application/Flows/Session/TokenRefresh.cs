using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>One exchange of a refresh token, shared by all concurrent callers. It uses the first caller's client metadata and address, and continues if that caller disconnects.</summary>
internal sealed class TokenRefresh(ICognitoGateway cognito, IAccessTokenVerifier verifier, IRevocations revocations, SessionEnding sessions, RotatedTokens rotated, INotifications notifications)
{
    /// <summary>Exchanges the token. It cannot be canceled: others may wait for the same result, and a rotated token must not be lost.</summary>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="deviceKey">The session's remembered device, if there is one.</param>
    public async Task<Result<TokenSet>> Run(Secret refreshToken, string? deviceKey)
    {
        // Checked first, so that a token is not used up for a result that the caller cannot get.
        if (!revocations.IsAvailable) return AuthErrors.RevocationUnavailable;

        var refreshed = await cognito.GetTokensFromRefreshToken(refreshToken, deviceKey, CancellationToken.None);
        if (refreshed.IsFailure(out var error, out var tokens))
        {
            // The newer tokens of the family belong to the thief or to the owner. Both must sign in again.
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
                // The session was signed out with an access token alone: only now is its refresh token known, to be revoked.
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
