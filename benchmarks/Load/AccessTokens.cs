using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>Access tokens as Cognito issues them, signed with a key of this process.</summary>
internal sealed class AccessTokens : IDisposable
{
    /// <summary>The pool's issuer up to the host.</summary>
    public const string UserPoolId = "eu-west-1_Benchmark";

    /// <summary>The app client.</summary>
    public const string ClientId = "1example23456789benchmark";

    private const string KeyId = "benchmark-key-1";

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The published key set.</summary>
    public string Jwks
    {
        get
        {
            var key = _key.ExportParameters(includePrivateParameters: false);
            return JsonSerializer.Serialize(new { keys = new[] { new { alg = "RS256", e = Base64Url.EncodeToString(key.Exponent), kid = KeyId, kty = "RSA", n = Base64Url.EncodeToString(key.Modulus), use = "sig" } } });
        }
    }

    /// <summary>Makes tokens of different sessions and users.</summary>
    public IReadOnlyList<string> Create(string issuer, int count)
    {
        var header = Encode(new { kid = KeyId, alg = "RS256" });
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var tokens = new string[count];
        var parameters = _key.ExportParameters(includePrivateParameters: true);
        // RSA is not documented to be thread-safe.
        Parallel.For(0, count, () => RSA.Create(parameters), (index, _, key) =>
        {
            var user = Guid.NewGuid().ToString();
            var unsigned = $"{header}.{Encode(new
            {
                sub = user,
                iss = issuer,
                client_id = ClientId,
                origin_jti = Guid.NewGuid().ToString(),
                event_id = Guid.NewGuid().ToString(),
                token_use = "access",
                scope = "aws.cognito.signin.user.admin",
                auth_time = now,
                exp = now + 86_400,
                iat = now,
                jti = Guid.NewGuid().ToString(),
                username = user,
            })}";
            var signature = key.SignData(Encoding.ASCII.GetBytes(unsigned), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            tokens[index] = $"{unsigned}.{Base64Url.EncodeToString(signature)}";
            return key;
        }, key => key.Dispose());
        return tokens;
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static string Encode<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
