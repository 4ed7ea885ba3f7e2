using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>A sign-in at the embedded pool, without HTTP, compared with the two signatures that its tokens need. It shows how much load the pool can serve.</summary>
public class LocalCognitoBenchmarks
{
    private const string Password = "Passw0rd!";

    private readonly LocalUserPool _pool;
    private readonly byte[] _request;
    private readonly RSA _key = RSA.Create(TokenForge.Key.PrivateKey);
    private readonly byte[] _claims = Encoding.UTF8.GetBytes(new TokenForge(DateTimeOffset.UtcNow).Payload());

    /// <summary>Creates a pool with one user.</summary>
    public LocalCognitoBenchmarks()
    {
        var options = new LocalCognitoOptions();
        _pool = new LocalUserPool(options);
        _pool.AddUser("jane", Password, attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "jane@example.com" });
        _request = JsonSerializer.SerializeToUtf8Bytes(new { options.PublicClient.ClientId, AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new { USERNAME = "jane", PASSWORD = Password } });
    }

    /// <summary>Stops the pool.</summary>
    [GlobalCleanup]
    public void Stop()
    {
        _key.Dispose();
        _pool.Dispose();
    }

    /// <summary>RS256 over two tokens.</summary>
    [Benchmark(Baseline = true)]
    public int SignaturesAlone() =>
        _key.SignData(_claims, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Length + _key.SignData(_claims, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Length;

    /// <summary>A sign-in with username and password, from the body of the HTTP request.</summary>
    [Benchmark]
    public byte[] SignIn() => _pool.Execute("InitiateAuth", _request);
}
