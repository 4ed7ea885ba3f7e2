using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CognitoAuth.UnitTests.Support;

/// <summary>A key pair like a user pool's, generated for the tests.</summary>
public sealed class PoolKey(string id)
{
    private readonly RSA _rsa = RSA.Create(2048);

    public string Id { get; } = id;

    /// <summary>For libraries that sign themselves, such as JsonWebTokenHandler.</summary>
    public RSAParameters PrivateKey => _rsa.ExportParameters(includePrivateParameters: true);

    public string PublicPem => _rsa.ExportSubjectPublicKeyInfoPem();

    public byte[] Modulus => _rsa.ExportParameters(includePrivateParameters: false).Modulus!;

    public byte[] Sign(string text) => Sign(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public byte[] Sign(string text, HashAlgorithmName hash, RSASignaturePadding padding) => _rsa.SignData(Encoding.ASCII.GetBytes(text), hash, padding);

    /// <summary>The key's entry in a key set.</summary>
    public JsonObject Jwk()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["alg"] = "RS256",
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["kid"] = Id,
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["use"] = "sig",
        };
    }

    /// <summary>A key set.</summary>
    public static string Set(params PoolKey[] keys) => Set([.. keys.Select(key => key.Jwk())]);

    /// <summary>A key set.</summary>
    public static string Set(params JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();
}
