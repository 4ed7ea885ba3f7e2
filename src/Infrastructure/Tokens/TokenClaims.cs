using System.Text.Json;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>The claims of an access token as it states them (<c>docs/cognito.md#tokens</c>): exact JSON types, nothing trusted yet.</summary>
internal sealed class TokenClaims
{
    /// <summary><c>iss</c>.</summary>
    public required string Issuer { get; init; }

    /// <summary><c>token_use</c>.</summary>
    public required string TokenUse { get; init; }

    /// <summary><c>nbf</c>, which Cognito does not send.</summary>
    public required DateTimeOffset? NotBefore { get; init; }

    /// <summary>What the flows get once the rest was checked.</summary>
    public required VerifiedToken Token { get; init; }

    private const string SelfService = "aws.cognito.signin.user.admin";

    // Tens of thousands of verified tokens are remembered, and nearly all have only this scope.
    private static readonly string[] SelfServiceAlone = [SelfService];

    /// <summary>Reads the claims. After a refusal, they have no meaning.</summary>
    /// <returns>Why the payload is refused, or <see langword="null"/>.</returns>
    public static string? Read(JsonElement payload, UserPoolId userPool, out TokenClaims claims)
    {
        var read = new ClaimReader(payload);
        var issuedAt = read.Time("iat"u8);
        var subject = read.Text("sub"u8);
        var username = read.OptionalText("username"u8);
        var authTime = read.OptionalTime("auth_time"u8) ?? issuedAt;
        var originJti = read.OptionalText("origin_jti"u8);
        var session = SessionId.TextOf(originJti, subject, authTime);

        // Nothing here needs jti, which identifies one token, but its type is checked.
        _ = read.OptionalText("jti"u8);

        claims = new()
        {
            Issuer = read.Text("iss"u8),
            TokenUse = read.Text("token_use"u8),
            NotBefore = read.OptionalTime("nbf"u8),
            Token = new()
            {
                Subject = subject,
                // One string for both where the pool makes the names, to save memory.
                Username = string.Equals(username, subject, StringComparison.Ordinal) ? subject : username,
                ClientId = read.Text("client_id"u8),
                Groups = read.OptionalTexts("cognito:groups"u8),
                Scopes = ScopesOf(read.OptionalText("scope"u8)),
                AuthTime = authTime,
                IssuedAt = issuedAt,
                ExpiresAt = read.Time("exp"u8),
                OriginJti = originJti,
                Session = SessionId.Of(userPool, session),
                SubjectId = SubjectId.Of(userPool, subject),
                FormerSession = SessionId.FormerOf(userPool, session),
            },
        };
        return read.Refusal;
    }

    private static string[] ScopesOf(string? claim) => claim is SelfService ? SelfServiceAlone : claim?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
