using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>Verifies access tokens for the operations that a signed-in user calls, and finds their user.</summary>
internal sealed class AccessTokenCheck(LocalUserPool pool)
{
    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> with the message of the first failed check (<c>docs/cognito.md#errors</c>).</exception>
    public LocalUser Require(string token) => RequireSession(token).User;

    /// <summary>Like <see cref="Require"/>, and also returns the sign-in that issued the token.</summary>
    public (LocalUser User, TokenFamily Session) RequireSession(string token)
    {
        var claims = VerifiedClaims(token);
        if (claims.TokenUse != "access" || claims.Issuer != pool.Issuer) throw Invalid();
        if (pool.Now.ToUnixTimeSeconds() >= claims.ExpiresAt) throw CognitoException.NotAuthorized("Access Token has expired");
        if (!(claims.Scope ?? "").Split(' ').Contains(TokenIssuer.UserScope, StringComparer.Ordinal)) throw CognitoException.NotAuthorized("Access Token does not have required scopes");
        var user = pool.Users.FindBySub(claims.Sub ?? "") ?? throw CognitoException.UserNotFound();
        if (user.Sessions.Find(claims.EventId ?? "") is not { IsRevoked: false } session) throw CognitoException.NotAuthorized("Access Token has been revoked");
        if (!user.IsEnabled) throw CognitoException.UserDisabled();
        return (user, session);
    }

    private Claims VerifiedClaims(string token)
    {
        if (token.Split('.') is not [var header, var payload, var signature]) throw Invalid();
        try
        {
            using var headerJson = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
            if (headerJson.RootElement.GetProperty("alg").GetString() != "RS256") throw Invalid();
            var key = pool.Keys.Find(headerJson.RootElement.GetProperty("kid").GetString() ?? "");
            if (key is null || !key.Verify(Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature)))
            {
                throw CognitoException.NotAuthorized("Could not verify signature for Access Token");
            }
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            string? Text(string name) => claims.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            return new Claims(Text("sub"), Text("iss"), Text("token_use"), Text("scope"), Text("event_id"), claims.RootElement.GetProperty("exp").GetInt64());
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Invalid();
        }
    }

    private static CognitoException Invalid() => CognitoException.NotAuthorized("Invalid Access Token");

    private sealed record Claims(string? Sub, string? Issuer, string? TokenUse, string? Scope, string? EventId, long ExpiresAt);
}
