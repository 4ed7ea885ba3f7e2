using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

/// <summary>A token that must be refused, for one reason.</summary>
/// <param name="Reason">The reason in the log.</param>
/// <param name="Build">Makes it.</param>
/// <param name="Control">The nearest good token, where others are refused for the same reason: it shows that the token is refused for the reason in its name.</param>
public sealed record HostileToken(string Reason, Func<TokenForge, string> Build, Func<TokenForge, string>? Control = null);

/// <summary>
/// Tokens that Cognito never issues (<c>docs/cognito.md#verifying-tokens</c>). Stock JwtBearer accepts many of them. Unless its name says otherwise a token is signed with the pool's own key, so that only what is wrong
/// with it can refuse it.
/// </summary>
public static class HostileTokens
{
    private const string Form = "token has a character outside base64url";
    private const string Parts = "token does not have three parts";
    private const string Algorithm = "alg is not RS256";
    private const string HeaderJson = "header is not one strict JSON object in base64url";
    private const string HeaderMember = "header has a member other than alg, kid and typ";
    private const string PayloadJson = "payload is not one strict JSON object in base64url";
    private const string UnknownKey = "kid is not of the user pool";
    private const string SignatureLength = "signature is not as long as the key";
    private const string Signature = "signature does not match";
    private const string Issuer = "iss is not the user pool";
    private const string Groups = "cognito:groups is not an array of strings";

    public static IReadOnlyDictionary<string, HostileToken> All { get; } = new Dictionary<string, HostileToken>(StringComparer.Ordinal)
    {
        ["01 alg none, no signature"] = new(Algorithm, forge => TokenForge.SignedBy(_ => [], forge.Payload(), TokenForge.Header(With("alg", "none")))),
        ["01 alg none, signature kept"] = new(Algorithm, forge => forge.Headed(With("alg", "none"))),
        ["01 alg None"] = new(Algorithm, forge => forge.Headed(With("alg", "None"))),
        ["01 alg NONE"] = new(Algorithm, forge => forge.Headed(With("alg", "NONE"))),
        ["01 alg nOnE"] = new(Algorithm, forge => forge.Headed(With("alg", "nOnE"))),
        ["01 alg none, two parts"] = new(Parts, forge => $"{TokenForge.Encode(TokenForge.Header(With("alg", "none")))}.{TokenForge.Encode(forge.Payload())}"),
        ["02 no alg"] = new("alg is missing", forge => forge.Headed(header => header.Remove("alg"))),
        ["02 alg empty"] = new(Algorithm, forge => forge.Headed(With("alg", ""))),
        ["02 alg number"] = new(Algorithm, forge => forge.Headed(With("alg", 256))),
        ["02 alg array"] = new(Algorithm, forge => forge.Headed(With("alg", new JsonArray("RS256")))),
        ["02 alg null"] = new(Algorithm, forge => forge.Headed(With("alg", null))),
        ["02 alg rs256 in lower case"] = new(Algorithm, forge => forge.Headed(With("alg", "rs256"))),
        ["03 HS256 keyed with the modulus"] = new(Algorithm, forge => Hmac(forge, TokenForge.Key.Modulus)),
        ["03 HS256 keyed with the PEM"] = new(Algorithm, forge => Hmac(forge, Encoding.ASCII.GetBytes(TokenForge.Key.PublicPem))),
        ["03 HS256 keyed with the PEM and a newline"] = new(Algorithm, forge => Hmac(forge, Encoding.ASCII.GetBytes(TokenForge.Key.PublicPem + "\n"))),
        ["03 HS256 keyed with the key set's text"] = new(Algorithm, forge => Hmac(forge, Encoding.ASCII.GetBytes(PoolKey.Set(TokenForge.Key)))),
        ["03 HS256 keyed with nothing"] = new(Algorithm, forge => Hmac(forge, [])),
        ["04 RS384"] = new(Algorithm, forge => Rsa(forge, "RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),
        ["04 RS512"] = new(Algorithm, forge => Rsa(forge, "RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["04 PS256"] = new(Algorithm, forge => Rsa(forge, "PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["04 the URI of RS256"] = new(Algorithm, forge => forge.Headed(With("alg", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"))),
        ["04 SHA-512 under the name RS256"] = new(Signature, forge => Rsa(forge, "RS256", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["04 PSS under the name RS256"] = new(Signature, forge => Rsa(forge, "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["05 ES256 with a signature of zeros"] = new(Algorithm, forge => TokenForge.SignedBy(_ => new byte[64], forge.Payload(), TokenForge.Header(With("alg", "ES256")))),
        ["06 a stranger's key with the pool's kid"] = new(Signature, forge => TokenForge.SignedBy(TokenForge.Stranger.Sign, forge.Payload())),
        ["06 a stranger's key, embedded as jwk"] = new(HeaderMember, forge => TokenForge.SignedBy(TokenForge.Stranger.Sign, forge.Payload(), TokenForge.Header(With("jwk", TokenForge.Stranger.Jwk())))),
        ["06 jku"] = new(HeaderMember, forge => forge.Headed(With("jku", $"{TokenForge.Issuer}/.well-known/jwks.json"))),
        ["06 x5u"] = new(HeaderMember, forge => forge.Headed(With("x5u", "https://evil.example/cert.pem"))),
        ["06 x5c"] = new(HeaderMember, forge => forge.Headed(With("x5c", new JsonArray("MIIB")))),
        ["06 kid with SQL"] = new(UnknownKey, forge => forge.Headed(With("kid", "x' UNION SELECT 'key' --"))),
        ["07 unknown kid"] = new(UnknownKey, forge => forge.Headed(With("kid", "unknown"))),
        ["07 no kid"] = new("kid is missing", forge => forge.Headed(header => header.Remove("kid"))),
        ["07 kid in another case"] = new(UnknownKey, forge => forge.Headed(With("kid", "accesskey+1/="))),
        ["07 kid with a path"] = new(UnknownKey, forge => forge.Headed(With("kid", "../../dev/null"))),
        ["07 kid number"] = new("kid is not a string", forge => forge.Headed(With("kid", 1))),
        ["07 kid empty"] = new("kid is not a string", forge => forge.Headed(With("kid", ""))),
        ["08 empty signature"] = new(SignatureLength, forge => TokenForge.SignedBy(_ => [], forge.Payload())),
        ["08 signature of zeros"] = new(Signature, forge => TokenForge.SignedBy(_ => new byte[256], forge.Payload())),
        ["08 signature with a bit flipped"] = new(Signature, forge => TokenForge.SignedBy(Flipped, forge.Payload())),
        ["08 signature one byte longer"] = new(SignatureLength, forge => TokenForge.SignedBy(input => [.. TokenForge.Key.Sign(input), 0], forge.Payload())),
        ["08 signature one byte shorter"] = new(SignatureLength, forge => TokenForge.SignedBy(input => TokenForge.Key.Sign(input)[..^1], forge.Payload())),
        ["08 signature longer than any key's"] = new(SignatureLength, forge => TokenForge.SignedBy(_ => new byte[5000], forge.Payload())),
        ["08 payload of another token"] = new(Signature, Swapped),
        ["08 signature with another last character of the same bytes"] = new("signature is not base64url", forge => LastCharacterChanged(TokenForge.Sign(forge.Payload()))),
        ["08 payload with another last character of the same bytes"] = new(PayloadJson, forge => Resigned(forge, payload => LastCharacterChanged(payload)), forge => Resigned(forge, payload => payload)),
        ["09 padding after the token"] = new(Form, forge => TokenForge.Sign(forge.Payload()) + "=="),
        ["09 padding after the payload"] = new(Form, forge => Resigned(forge, payload => payload + "=")),
        ["10 exp twice, past then future"] = new(PayloadJson, forge => TokenForge.Sign($$"""{"exp":{{forge.Now - 10}},{{forge.Payload()[1..]}}"""), forge => TokenForge.Sign($$"""{"exp2":1,{{forge.Payload()[1..]}}""")),
        ["10 exp twice, once escaped"] = new(PayloadJson, forge => TokenForge.Sign($$"""{"\u0065xp":{{forge.Now - 10}},{{forge.Payload()[1..]}}"""), forge => TokenForge.Sign($$"""{"\u0065xp2":1,{{forge.Payload()[1..]}}""")),
        ["10 iss twice, evil then good"] = new(PayloadJson, forge => TokenForge.Sign($$"""{"iss":"https://evil.example",{{forge.Payload()[1..]}}""")),
        ["10 alg twice, none then RS256"] = new(HeaderJson, forge => TokenForge.Sign(forge.Payload(), $$"""{"alg":"none",{{TokenForge.Header()[1..]}}""")),
        ["10 a member twice inside a claim"] = new(PayloadJson, forge => TokenForge.Sign($$"""{"x":{"a":1,"a":2},{{forge.Payload()[1..]}}"""), forge => TokenForge.Sign($$"""{"x":{"a":1,"b":2},{{forge.Payload()[1..]}}""")),
        ["11 crit unknown"] = new(HeaderMember, forge => forge.Headed(With("crit", new JsonArray("x")))),
        ["11 crit b64"] = new(HeaderMember, forge => forge.Headed(header => (header["crit"], header["b64"]) = (new JsonArray("b64"), false))),
        ["11 zip"] = new(HeaderMember, forge => forge.Headed(With("zip", "DEF"))),
        ["11 cty JWT"] = new(HeaderMember, forge => forge.Headed(With("cty", "JWT"))),
        ["11 typ of a security event"] = new("typ is not JWT", forge => forge.Headed(With("typ", "secevent+jwt"))),
        ["11 typ array"] = new("typ is not JWT", forge => forge.Headed(With("typ", new JsonArray("JWT")))),
        ["12 no exp"] = new("exp is missing", forge => forge.Claiming(payload => payload.Remove("exp"))),
        ["12 exp 1e300"] = new("exp is not an integer", forge => WithRaw(forge, "exp", "1e300")),
        ["12 exp above 64 bits"] = new("exp is not an integer", forge => WithRaw(forge, "exp", "9223372036854775808")),
        ["12 exp null"] = new("exp is not an integer", forge => WithRaw(forge, "exp", "null")),
        ["12 exp true"] = new("exp is not an integer", forge => WithRaw(forge, "exp", "true")),
        ["12 exp array"] = new("exp is not an integer", forge => WithRaw(forge, "exp", $"[{forge.Now + 60}]")),
        ["12 exp negative"] = new("exp is out of range", forge => WithRaw(forge, "exp", "-1")),
        ["12 exp with a fraction"] = new("exp is not an integer", forge => WithRaw(forge, "exp", $"{forge.Now + 60}.5")),
        ["12 no iat"] = new("iat is missing", forge => forge.Claiming(payload => payload.Remove("iat"))),
        ["12 nbf string"] = new("nbf is not an integer", forge => forge.Claiming(With("nbf", "0"))),
        ["12 auth_time string"] = new("auth_time is not an integer", forge => forge.Claiming(With("auth_time", "9999999999"))),
        ["13 exp as a string"] = new("exp is not an integer", forge => WithRaw(forge, "exp", $"\"{forge.Now + 60}\"")),
        ["13 exp at the end of 64 bits"] = new("exp is out of range", forge => WithRaw(forge, "exp", "9223372036854775807")),
        ["13 exp in the year 9999"] = new("token lives longer than 24 hours", forge => WithRaw(forge, "exp", "253402300799")),
        ["13 a second longer than 24 hours"] = new("token lives longer than 24 hours", forge => forge.Claiming(With("exp", forge.Now - 60 + 86401)), forge => forge.Claiming(With("exp", forge.Now - 60 + 86400))),
        ["13 exp before iat"] = new("exp is not after iat", forge => forge.Claiming(Times(forge, issued: 50, expires: 40))),
        ["13 exp is iat"] = new("exp is not after iat", forge => forge.Claiming(Times(forge, issued: 50, expires: 50))),
        ["13 iat a year ahead"] = new("iat is in the future", forge => forge.Claiming(Times(forge, issued: 31_536_000, expires: 31_539_600))),
        ["13 iat 61 s ahead"] = new("iat is in the future", forge => forge.Claiming(Times(forge, issued: 61, expires: 3661)), forge => forge.Claiming(Times(forge, issued: 60, expires: 3660))),
        ["14 expires now"] = new("token has expired", forge => forge.Claiming(Times(forge, issued: -3600, expires: 0)), forge => forge.Claiming(Times(forge, issued: -3599, expires: 1))),
        ["14 expired 2 s ago"] = new("token has expired", forge => forge.Claiming(Times(forge, issued: -3602, expires: -2))),
        ["14 expired 4 min ago"] = new("token has expired", forge => forge.Claiming(Times(forge, issued: -3840, expires: -240))),
        ["14 nbf in 1 s"] = new("token is not valid yet", forge => forge.Claiming(With("nbf", forge.Now + 1)), forge => forge.Claiming(With("nbf", forge.Now))),
        ["14 nbf in 4 min"] = new("token is not valid yet", forge => forge.Claiming(With("nbf", forge.Now + 240))),
        ["15 iss with a slash"] = new(Issuer, forge => forge.Claiming(With("iss", TokenForge.Issuer + "/"))),
        ["15 iss in upper case"] = new(Issuer, forge => forge.Claiming(With("iss", TokenForge.Issuer.ToUpperInvariant()))),
        ["15 iss of a longer pool id"] = new(Issuer, forge => forge.Claiming(With("iss", TokenForge.Issuer + "X"))),
        ["15 iss array"] = new("iss is not a string with text", forge => forge.Claiming(With("iss", new JsonArray(TokenForge.Issuer)))),
        ["15 no iss"] = new("iss is missing", forge => forge.Claiming(payload => payload.Remove("iss"))),
        ["16 ID token"] = new("client_id is missing", forge => forge.Claiming(AsIdToken)),
        ["16 ID token with client_id"] = new("token_use is not access", forge => forge.Claiming(With("token_use", "id"))),
        ["16 refresh as token_use"] = new("token_use is not access", forge => forge.Claiming(With("token_use", "refresh"))),
        ["16 another client"] = new("client_id is not accepted", forge => forge.Claiming(With("client_id", "3stranger23456789"))),
        ["16 client_id array"] = new("client_id is not a string with text", forge => forge.Claiming(With("client_id", new JsonArray(TokenForge.ClientId, "evil")))),
        ["16 token_use array"] = new("token_use is not a string with text", forge => forge.Claiming(With("token_use", new JsonArray("access", "id")))),
        ["16 no token_use"] = new("token_use is missing", forge => forge.Claiming(payload => payload.Remove("token_use"))),
        ["16 no sub"] = new("sub is missing", forge => forge.Claiming(payload => payload.Remove("sub"))),
        ["16 sub empty"] = new("sub is not a string with text", forge => forge.Claiming(With("sub", ""))),
        ["16 sub number"] = new("sub is not a string with text", forge => forge.Claiming(With("sub", 1))),
        ["16 jti number"] = new("jti is not a string with text", forge => forge.Claiming(With("jti", 1))),
        ["16 origin_jti null"] = new("origin_jti is not a string with text", forge => forge.Claiming(With("origin_jti", null))),
        ["16 username array"] = new("username is not a string with text", forge => forge.Claiming(With("username", new JsonArray("jane")))),
        ["16 scope array"] = new("scope is not a string with text", forge => forge.Claiming(With("scope", new JsonArray("admin")))),
        ["17 garbage after the payload"] = new(PayloadJson, forge => TokenForge.Sign(forge.Payload() + "x"), forge => TokenForge.Sign(forge.Payload() + " \n")),
        ["17 a second object after the payload"] = new(PayloadJson, forge => TokenForge.Sign(forge.Payload() + "{}")),
        ["17 a second object after the header"] = new(HeaderJson, forge => TokenForge.Sign(forge.Payload(), TokenForge.Header() + "{}")),
        ["18 comment"] = new(PayloadJson, forge => TokenForge.Sign("{/**/" + forge.Payload()[1..]), forge => TokenForge.Sign("{    " + forge.Payload()[1..])),
        ["18 trailing comma"] = new(PayloadJson, forge => TokenForge.Sign(forge.Payload()[..^1] + ",}"), forge => TokenForge.Sign(forge.Payload()[..^1] + " }")),
        ["18 byte order mark"] = new(PayloadJson, forge => TokenForge.Sign("\uFEFF" + forge.Payload())),
        ["18 text that is not UTF-8"] = new(PayloadJson, forge => TokenForge.Sign(WithText(forge, [0xC3, 0x28])), forge => TokenForge.Sign(WithText(forge, [0xC3, 0xA4]))),
        ["18 half a surrogate pair in a name"] = new(PayloadJson, forge => TokenForge.Sign($$"""{"\ud800":1,{{forge.Payload()[1..]}}"""), forge => TokenForge.Sign($$"""{"\ud83d\ude00":1,{{forge.Payload()[1..]}}""")),
        ["18 half a surrogate pair in sub"] = new("sub is not a string with text", forge => WithRaw(forge, "sub", "\"\\ud800\""), forge => WithRaw(forge, "sub", "\"\\ud83d\\ude00\"")),
        ["18 payload an array"] = new(PayloadJson, forge => TokenForge.Sign($"[{forge.Payload()}]")),
        ["18 payload a string"] = new(PayloadJson, _ => TokenForge.Sign("\"payload\"")),
        ["18 payload empty"] = new(PayloadJson, _ => TokenForge.Sign("")),
        ["18 header an array"] = new(HeaderJson, forge => TokenForge.Sign(forge.Payload(), $"[{TokenForge.Header()}]")),
        ["18 header null"] = new(HeaderJson, forge => TokenForge.Sign(forge.Payload(), "null")),
        ["18 depth 9"] = new(PayloadJson, forge => WithDepth(forge, 9), forge => WithDepth(forge, 8)),
        ["18 depth 100"] = new(PayloadJson, forge => WithDepth(forge, 100)),
        ["18 depth 5,000"] = new(PayloadJson, forge => WithDepth(forge, 5_000)),
        ["19 a character longer than 16 KiB"] = new("token is longer than 16 KiB", forge => OfLength(forge, 16 * 1024 + 1), forge => OfLength(forge, 16 * 1024)),
        ["19 payload of 200 kB"] = new("token is longer than 16 KiB", forge => forge.Claiming(With("x", new string('x', 200_000)))),
        ["19 payload of 300 kB"] = new("token is longer than 16 KiB", forge => forge.Claiming(With("x", new string('x', 300_000)))),
        ["20 space before"] = new(Form, forge => " " + TokenForge.Sign(forge.Payload())),
        ["20 newline inside"] = new(Form, forge => TokenForge.Sign(forge.Payload()).Insert(100, "\n")),
        ["20 newline after"] = new(Form, forge => TokenForge.Sign(forge.Payload()) + "\n"),
        ["20 plus and slash"] = new(Form, forge => TokenForge.Sign(forge.Payload()).Replace('_', '/').Replace('-', '+') + "/"),
        ["20 a letter that is not ASCII"] = new(Form, forge => TokenForge.Sign(forge.Payload()) + "ａ"),
        ["20 nothing"] = new(Parts, _ => ""),
        ["20 one part"] = new(Parts, forge => TokenForge.Encode(forge.Payload())),
        ["20 only dots"] = new(HeaderJson, _ => ".."),
        ["20 four parts"] = new(Parts, forge => TokenForge.Sign(forge.Payload()) + ".x"),
        ["20 encrypted (five parts)"] = new(Parts, forge => $"{TokenForge.Encode("""{"alg":"RSA-OAEP","enc":"A256GCM"}""")}.a.b.{TokenForge.Encode(forge.Payload())}.c"),
        ["21 groups as a string"] = new(Groups, forge => forge.Claiming(With("cognito:groups", "admin"))),
        ["21 groups in one string"] = new(Groups, forge => forge.Claiming(With("cognito:groups", "admin,users"))),
        ["21 group as an object"] = new(Groups, forge => forge.Claiming(With("cognito:groups", new JsonArray(new JsonObject { ["name"] = "admin" })))),
        ["21 groups null"] = new(Groups, forge => forge.Claiming(With("cognito:groups", null))),
    };

    private static Action<JsonObject> With(string name, JsonNode? value) => members => members[name] = value?.DeepClone();

    private static Action<JsonObject> Times(TokenForge forge, long issued, long expires) => payload => (payload["iat"], payload["exp"]) = (forge.Now + issued, forge.Now + expires);

    private static string WithRaw(TokenForge forge, string name, string json) =>
        TokenForge.Sign($$"""{"{{name}}":{{json}},{{forge.Payload(payload => payload.Remove(name))[1..]}}""");

    private static string Hmac(TokenForge forge, byte[] key) =>
        TokenForge.SignedBy(input => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(input)), forge.Payload(), TokenForge.Header(With("alg", "HS256")));

    private static string Rsa(TokenForge forge, string name, HashAlgorithmName hash, RSASignaturePadding padding) =>
        TokenForge.SignedBy(input => TokenForge.Key.Sign(input, hash, padding), forge.Payload(), TokenForge.Header(With("alg", name)));

    private static byte[] Flipped(string input)
    {
        var signature = TokenForge.Key.Sign(input);
        signature[128] ^= 1;
        return signature;
    }

    private static string Swapped(TokenForge forge)
    {
        var parts = TokenForge.Sign(forge.Payload()).Split('.');
        return $"{parts[0]}.{TokenForge.Encode(forge.Payload(With("username", "admin")))}.{parts[2]}";
    }

    /// <summary>Sets an unused bit: lenient decoders read the same bytes.</summary>
    private static string LastCharacterChanged(string text) => text[..^1] + (char)(text[^1] + 1);

    /// <summary>A token whose payload ends in a character with spare bits, changed, and signed as it then stands.</summary>
    private static string Resigned(TokenForge forge, Func<string, string> change)
    {
        var json = forge.Payload();
        while (Encoding.UTF8.GetByteCount(json) % 3 != 1) json += " ";

        var input = $"{TokenForge.Encode(TokenForge.Header())}.{change(TokenForge.Encode(json))}";
        return $"{input}.{System.Buffers.Text.Base64Url.EncodeToString(TokenForge.Key.Sign(input))}";
    }

    private static void AsIdToken(JsonObject payload)
    {
        payload.Remove("client_id");
        payload.Remove("scope");
        payload.Remove("username");
        payload["token_use"] = "id";
        payload["aud"] = TokenForge.ClientId;
        payload["cognito:username"] = "jane";
    }

    private static byte[] WithText(TokenForge forge, byte[] text) =>
        [.. "{\"x\":\""u8, .. text, .. "\","u8, .. Encoding.UTF8.GetBytes(forge.Payload()[1..])];

    /// <summary>The payload's own object counts as one.</summary>
    private static string WithDepth(TokenForge forge, int depth) =>
        TokenForge.Sign($$"""{"x":{{new string('[', depth - 1)}}{{new string(']', depth - 1)}},{{forge.Payload()[1..]}}""");

    private static string OfLength(TokenForge forge, int length)
    {
        var header = TokenForge.Header();
        while (true)
        {
            // White space fills up lengths that base64url cannot have.
            for (var filler = 11_000; filler < 12_500; filler++)
            {
                var payload = forge.Payload(With("x", new string('x', filler)));
                if (TokenForge.Encode(header).Length + TokenForge.Encode(payload).Length + 344 == length) return TokenForge.Sign(payload, header);
            }

            header += " ";
        }
    }
}
