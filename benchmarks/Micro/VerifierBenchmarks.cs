using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>Verification of an access token, compared with the one signature check that every verifier must make.</summary>
public class VerifierBenchmarks
{
    private const int NewTokens = 2048;

    private readonly PoolOnLoopback _pool = new();
    private readonly Secret[] _new = new Secret[NewTokens];
    private WebApplication _api = null!;
    private IAccessTokenVerifier _verifier = null!;
    private Secret _token = null!;
    private RSA _key = null!;
    private byte[] _signed = [];
    private byte[] _signature = [];

    /// <summary>Loads the signing keys.</summary>
    [GlobalSetup]
    public async Task Start()
    {
        await _pool.Start();
        _api = ShippedApi.Create(_pool.Settings);
        _verifier = _api.Services.GetRequiredService<IAccessTokenVerifier>();
        var token = _pool.Token();
        _token = new Secret(token);
        if ((await _verifier.Verify(_token)).Error is { } error) throw new InvalidOperationException($"A valid token was refused: {error.Reason}.");

        var lastDot = token.LastIndexOf('.');
        _key = RSA.Create(TokenForge.Key.PrivateKey);
        _signed = Encoding.ASCII.GetBytes(token[..lastDot]);
        _signature = Base64Url.DecodeFromChars(token.AsSpan(lastDot + 1));
    }

    /// <summary>Makes tokens that were not verified before.</summary>
    [IterationSetup(Target = nameof(VerifyNew))]
    public void MakeTokens()
    {
        for (var index = 0; index < NewTokens; index++) _new[index] = new Secret(_pool.Token());
    }

    /// <summary>Stops the server of the key set.</summary>
    [GlobalCleanup]
    public async Task Stop()
    {
        _key.Dispose();
        await _api.DisposeAsync();
        await _pool.DisposeAsync();
    }

    /// <summary>RS256 alone, with a key of 2,048 bits.</summary>
    [Benchmark(Baseline = true)]
    public bool SignatureAlone() => _key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>The check of a token against the known tokens, before any key is used.</summary>
    [Benchmark]
    public string? Guard() => CompactToken.Split(_token.Reveal(), out var parts) ?? TokenGuard.Read(parts, new UserPoolId(TokenForge.PoolId), out _, out _);

    /// <summary>A token that was verified before.</summary>
    [Benchmark]
    public ValueTask<Result<VerifiedToken>> VerifyAgain() => _verifier.Verify(_token);

    /// <summary>Tokens that were not verified before.</summary>
    [Benchmark(OperationsPerInvoke = NewTokens)]
    public async Task VerifyNew()
    {
        foreach (var token in _new) await _verifier.Verify(token);
    }
}
