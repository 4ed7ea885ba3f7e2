using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>Makes the tokens of a sign-in and of its refreshes, with Cognito's claims (facts 1.11).</summary>
internal sealed class TokenIssuer(LocalUserPool pool)
{
    public const string UserScope = "aws.cognito.signin.user.admin";

    public AuthenticationResultType SignIn(LocalUser user, AppClient client)
    {
        var family = user.Sessions.Start(client, pool.Now);
        return Issue(user, family, pool.RefreshTokens.Write(new RefreshTokenContent(user.Sub, family.EventId, Number: 0)));
    }

    /// <param name="user">The family's user.</param>
    /// <param name="family">The sign-in to go on with.</param>
    /// <param name="replacement">The number of the new refresh token; null leaves the old one in use and out of the answer.</param>
    public AuthenticationResultType Refresh(LocalUser user, TokenFamily family, int? replacement) => Issue(
        user, family, replacement is { } number ? pool.RefreshTokens.Write(new RefreshTokenContent(user.Sub, family.EventId, number)) : null);

    private AuthenticationResultType Issue(LocalUser user, TokenFamily family, string? refreshToken)
    {
        var options = family.Client.Options;
        return new AuthenticationResultType(
            Sign(pool.Keys.Access, claims => WriteAccessClaims(claims, user, family)),
            (int)options.AccessTokenValidity.TotalSeconds,
            "Bearer",
            refreshToken,
            Sign(pool.Keys.Id, claims => WriteIdClaims(claims, user, family)));
    }

    private void WriteAccessClaims(Utf8JsonWriter claims, LocalUser user, TokenFamily family)
    {
        claims.WriteString("sub", user.Sub);
        WriteGroups(claims, user);
        claims.WriteString("iss", pool.Issuer);
        claims.WriteString("client_id", family.Client.Id);
        if (family.Client.Options.EnableTokenRevocation)
            claims.WriteString("origin_jti", family.OriginJti);
        claims.WriteString("event_id", family.EventId);
        claims.WriteString("token_use", "access");
        claims.WriteString("scope", UserScope);
        WriteTimes(claims, family, family.Client.Options.AccessTokenValidity);
        claims.WriteString("username", user.Username);
    }

    private void WriteIdClaims(Utf8JsonWriter claims, LocalUser user, TokenFamily family)
    {
        claims.WriteString("sub", user.Sub);
        WriteGroups(claims, user);
        foreach (var (name, value) in user.Attributes.Where(attribute => attribute.Value.Length > 0))
        {
            if (name is "email_verified" or "phone_number_verified")
                claims.WriteBoolean(name, value.Equals("true", StringComparison.OrdinalIgnoreCase));
            else
                claims.WriteString(name, value);
        }

        claims.WriteString("iss", pool.Issuer);
        claims.WriteString("cognito:username", user.Username);
        if (family.Client.Options.EnableTokenRevocation)
            claims.WriteString("origin_jti", family.OriginJti);
        claims.WriteString("aud", family.Client.Id);
        claims.WriteString("event_id", family.EventId);
        claims.WriteString("token_use", "id");
        WriteTimes(claims, family, family.Client.Options.IdTokenValidity);
    }

    private void WriteTimes(Utf8JsonWriter claims, TokenFamily family, TimeSpan validity)
    {
        var issuedAt = pool.Now.ToUnixTimeSeconds();
        claims.WriteNumber("auth_time", family.SignedInAt.ToUnixTimeSeconds());
        claims.WriteNumber("exp", issuedAt + (long)validity.TotalSeconds);
        claims.WriteNumber("iat", issuedAt);
        if (family.Client.Options.EnableTokenRevocation)
            claims.WriteString("jti", Guid.NewGuid().ToString());
    }

    private static void WriteGroups(Utf8JsonWriter claims, LocalUser user)
    {
        if (user.Groups.Count == 0)
            return;
        claims.WriteStartArray("cognito:groups");
        foreach (var group in user.Groups)
            claims.WriteStringValue(group);
        claims.WriteEndArray();
    }

    private static string Sign(SigningKey key, Action<Utf8JsonWriter> writeClaims)
    {
        // Only kid and alg: Cognito's tokens have no typ.
        var header = Json(writer =>
        {
            writer.WriteString("kid", key.Id);
            writer.WriteString("alg", "RS256");
        });
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(Json(writeClaims))}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CognitoJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
