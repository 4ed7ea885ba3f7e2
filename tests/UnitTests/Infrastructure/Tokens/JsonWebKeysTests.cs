using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class JsonWebKeysTests
{
    public static TheoryData<string> Unusable => [.. UnusableKeys.Keys];

    private static Dictionary<string, Action<JsonObject>> UnusableKeys { get; } = new(StringComparer.Ordinal)
    {
        ["elliptic curve"] = key => key["kty"] = "EC",
        ["no kty"] = key => key.Remove("kty"),
        ["for encryption"] = key => key["use"] = "enc",
        ["for RS512"] = key => key["alg"] = "RS512",
        ["alg null"] = key => key["alg"] = null,
        ["no kid"] = key => key.Remove("kid"),
        ["kid number"] = key => key["kid"] = 1,
        ["kid empty"] = key => key["kid"] = "",
        ["no modulus"] = key => key.Remove("n"),
        ["modulus not base64url"] = key => key["n"] = "***",
        ["1024 bits"] = key => key["n"] = Modulus(1024),
        ["2048 bits of which 1024 are zero"] = key => key["n"] = Base64Url.EncodeToString([.. new byte[128], .. Base64Url.DecodeFromChars(Modulus(1024))]),
        ["8192 bits"] = key => key["n"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(1024)),
        ["no exponent"] = key => key.Remove("e"),
        ["exponent 1"] = key => key["e"] = "AQ",
        ["exponent 3"] = key => key["e"] = "Aw",
        ["exponent even"] = key => key["e"] = "AQAC",
        ["exponent empty"] = key => key["e"] = "",
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_key_that_cannot_sign_access_tokens_is_left_out(string name)
    {
        var unusable = TokenForge.Stranger.Jwk();
        unusable["kid"] = "unusable";
        UnusableKeys[name](unusable);

        Read(PoolKey.Set(unusable, TokenForge.Key.Jwk())).Keys.ShouldBe([TokenForge.Key.Id]);
        Should.Throw<FormatException>(() => Read(PoolKey.Set(unusable.DeepClone().AsObject())));
    }

    [Fact]
    public void Keys_without_use_and_alg_are_accepted()
    {
        var key = TokenForge.Key.Jwk();
        key.Remove("use");
        key.Remove("alg");

        Read(PoolKey.Set(key)).Keys.ShouldBe([TokenForge.Key.Id]);
    }

    [Fact]
    public void Members_that_are_not_keys_are_ignored() =>
        Read($$"""{"keys":[1,null,"x",[],{{TokenForge.Key.Jwk().ToJsonString()}}],"more":{} }""").Keys.ShouldBe([TokenForge.Key.Id]);

    private static string Modulus(int bits)
    {
        using var key = RSA.Create(bits);
        return Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: false).Modulus);
    }

    private static FrozenDictionary<string, SigningKey> Read(string json) => JsonWebKeys.Read(Encoding.UTF8.GetBytes(json));
}
