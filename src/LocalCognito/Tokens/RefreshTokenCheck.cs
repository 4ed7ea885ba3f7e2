using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>A valid refresh token.</summary>
internal sealed record UsableRefreshToken(LocalUser User, TokenFamily Family, int Number);

/// <summary>Verifies refresh tokens, with Cognito's messages (<c>docs/cognito.md#errors</c>).</summary>
internal sealed class RefreshTokenCheck(LocalUserPool pool)
{
    /// <param name="token">The refresh token.</param>
    /// <param name="client">The client that sends the token.</param>
    /// <param name="deviceKey">The device that sends the token. In a pool that tracks devices, a session is bound to its confirmed device, and ends when the device is forgotten.</param>
    public UsableRefreshToken Require(string token, AppClient client, string? deviceKey)
    {
        var content = pool.RefreshTokens.Read(token) ?? throw CognitoException.NotAuthorized("Invalid Refresh Token");
        var user = pool.Users.FindBySub(content.Sub) ?? throw CognitoException.UserNotFound();
        var family = user.Sessions.Find(content.EventId);
        if (family is not null && family.Client.Id != client.Id) throw CognitoException.NotAuthorized("Invalid Refresh Token");
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        if (family is not { IsRevoked: false }) throw CognitoException.NotAuthorized("Refresh Token has been revoked");
        if (pool.Now >= family.ExpiresAt) throw CognitoException.NotAuthorized("Refresh Token has expired");
        if (family.DeviceKey is { } bound && (deviceKey != bound || user.Devices.Find(bound) is null)) throw CognitoException.NotAuthorized("Invalid Refresh Token");
        return new UsableRefreshToken(user, family, content.Number);
    }
}
