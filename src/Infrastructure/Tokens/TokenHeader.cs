using System.Text.Json;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Reads a token's header: <c>alg</c> and <c>kid</c> as Cognito sends them, <c>typ</c> where present, and nothing else.</summary>
internal static class TokenHeader
{
    /// <summary>
    /// Finds the key's id. Every other member is refused and not only ignored: <c>jwk</c>, <c>jku</c>, <c>x5u</c> name keys of the sender's choice,
    /// <c>crit</c>, <c>b64</c>, <c>zip</c>, <c>cty</c> change what the token means (RFC 7515 section 4.1).
    /// </summary>
    /// <returns>Why the header is refused, or <see langword="null"/>.</returns>
    public static string? Read(JsonElement header, out string keyId)
    {
        keyId = "";
        var hasAlgorithm = false;
        foreach (var member in header.EnumerateObject())
        {
            if (member.NameEquals("alg"u8))
            {
                if (member.Value.ValueKind != JsonValueKind.String || !member.Value.ValueEquals("RS256"u8)) return "alg is not RS256";

                hasAlgorithm = true;
            }
            else if (member.NameEquals("kid"u8))
            {
                if (!TokenJson.TryGetText(member.Value, out var text)) return "kid is not a string";

                keyId = text;
            }
            else if (member.NameEquals("typ"u8))
            {
                if (member.Value.ValueKind != JsonValueKind.String || !member.Value.ValueEquals("JWT"u8)) return "typ is not JWT";
            }
            else
            {
                return "header has a member other than alg, kid and typ";
            }
        }

        if (!hasAlgorithm) return "alg is missing";

        return keyId.Length == 0 ? "kid is missing" : null;
    }
}
