using BenchmarkDotNet.Attributes;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>The cost that the pipeline adds to the verification of a known token: a scope, the behaviors, the handler. Also the cost of a refusal, including the problem.</summary>
public class PipelineBenchmarks
{
    private readonly PoolOnLoopback _pool = new();
    private WebApplication _api = null!;
    private IAccessTokenVerifier _verifier = null!;
    private IServiceScopeFactory _scopes = null!;
    private Secret _token = null!;
    private Secret _forged = null!;

    /// <summary>Loads the signing keys.</summary>
    [GlobalSetup]
    public async Task Start()
    {
        await _pool.Start();
        _api = ShippedApi.Create(_pool.Settings);
        _verifier = _api.Services.GetRequiredService<IAccessTokenVerifier>();
        _scopes = _api.Services.GetRequiredService<IServiceScopeFactory>();
        var (token, other) = (_pool.Token(), _pool.Token());
        _token = new Secret(token);
        // One token's claims with another's signature: only the signature is invalid.
        _forged = new Secret(token[..token.LastIndexOf('.')] + other[other.LastIndexOf('.')..]);
        if ((await VerifyAccess()).Error is { } error) throw new InvalidOperationException($"A valid token was refused: {error.Reason}.");
        if ((await Send(_forged)).Error is not { Reason: "signature does not match" }) throw new InvalidOperationException("A forged token was not refused for its signature.");
    }

    /// <summary>Stops the server of the key set.</summary>
    [GlobalCleanup]
    public async Task Stop()
    {
        await _api.DisposeAsync();
        await _pool.DisposeAsync();
    }

    /// <summary>The verifier alone.</summary>
    [Benchmark(Baseline = true)]
    public ValueTask<Result<VerifiedToken>> VerifierAlone() => _verifier.Verify(_token);

    /// <summary>The flow behind <c>/v1/auth/verify</c>.</summary>
    [Benchmark]
    public Task<Result<VerifiedToken>> VerifyAccess() => Send(_token);

    /// <summary>The same flow for a forged token, and the problem for the response.</summary>
    [Benchmark]
    public async Task RefuseForgedToken()
    {
        var result = await Send(_forged);
        await ProblemMap.Write(new DefaultHttpContext { RequestServices = _api.Services, Response = { Body = Stream.Null } }, result.Error!);
    }

    private async Task<Result<VerifiedToken>> Send(Secret token)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IFlows>().Send(new VerifyAccessQuery(token, [], []));
    }
}
