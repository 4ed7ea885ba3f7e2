using System.Collections.Frozen;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>What the claims of an access token must be (<c>docs/cognito.md#verifying-tokens</c>).</summary>
internal sealed class TokenRules(TokenSettings settings)
{
    /// <summary>The longest that Cognito lets an access token live.</summary>
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(24);

    /// <summary>How far Cognito's clock may be ahead of this machine's when it issues a token. <c>exp</c> and <c>nbf</c> have no such tolerance.</summary>
    private static readonly TimeSpan IssuedAhead = TimeSpan.FromSeconds(60);

    private readonly FrozenSet<string> _issuers = settings.Issuers.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _clientIds = settings.ClientIds.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Checks claims whose signature was checked.</summary>
    /// <returns>Why the token is refused, for the log, or <see langword="null"/>.</returns>
    public string? Refuse(TokenClaims claims, DateTimeOffset now, bool acceptExpired)
    {
        var token = claims.Token;
        if (!_issuers.Contains(claims.Issuer)) return "iss is not the user pool";

        // ID tokens and tokens of other app clients are signed by the same pool.
        if (!string.Equals(claims.TokenUse, "access", StringComparison.Ordinal)) return "token_use is not access";

        if (!_clientIds.Contains(token.ClientId)) return "client_id is not accepted";

        if (token.ExpiresAt <= token.IssuedAt) return "exp is not after iat";

        if (token.ExpiresAt - token.IssuedAt > MaxLifetime) return "token lives longer than 24 hours";

        return RefuseNow(token, claims.NotBefore, now, acceptExpired);
    }

    /// <summary>Checks what changes with time, of a token that has passed the other checks.</summary>
    /// <returns>Why the token is refused, for the log, or <see langword="null"/>.</returns>
    public static string? RefuseNow(VerifiedToken token, DateTimeOffset? notBefore, DateTimeOffset now, bool acceptExpired)
    {
        if (token.IssuedAt > now + IssuedAhead) return "iat is in the future";

        if (notBefore > now) return "token is not valid yet";

        return token.ExpiresAt <= now && !acceptExpired ? "token has expired" : null;
    }
}
