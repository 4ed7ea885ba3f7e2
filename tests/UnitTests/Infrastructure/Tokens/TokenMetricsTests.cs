using System.Net;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class TokenMetricsTests : IAsyncLifetime
{
    private readonly TestVerifier _pool = new();

    public Task InitializeAsync() => _pool.InitializeAsync();

    public Task DisposeAsync() => _pool.DisposeAsync();

    [Fact]
    public async Task Metrics_count_tokens_by_outcome_and_reason()
    {
        using var metrics = new RecordedMetrics(_pool.Meters);
        var token = _pool.Token();

        await _pool.Verify(token);
        await _pool.Verify("not-a-token");
        await _pool.Verify(_pool.Token(new PoolKey("another")));
        _pool.Time.Advance(TimeSpan.FromDays(1));
        await _pool.Verify(token);

        metrics.Of("cognitoauth.token.verifications").ShouldBe(
        [
            "outcome=accepted", "outcome=invalid_token reason=token does not have three parts", "outcome=invalid_token reason=kid is not of the user pool",
            "outcome=invalid_token reason=token has expired",
        ]);
        // The key of the first token was not known either.
        metrics.Of("cognitoauth.jwks.unknown_kids").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Metrics_show_the_age_of_the_keys_and_the_outcome_of_fetches()
    {
        using var metrics = new RecordedMetrics(_pool.Meters);
        metrics.Gauge("cognitoauth.jwks.age").ShouldBeNull();

        await _pool.Keys.Refresh(default);
        _pool.Server.Answer = KeySetServer.Status(HttpStatusCode.InternalServerError);
        _pool.Time.Advance(TimeSpan.FromMinutes(15));
        await _pool.Keys.Refresh(default);

        metrics.Gauge("cognitoauth.jwks.age").ShouldBe(900);
        metrics.Of("cognitoauth.jwks.fetches").ShouldBe(["outcome=succeeded", "outcome=failed"]);
    }

    [Fact]
    public void Metrics_without_a_listener_allocate_nothing()
    {
        var metrics = new TokenMetrics(RecordedMetrics.NoMeters());
        Count();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var token = 0; token < 1_000; token++) Count();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Count()
        {
            metrics.Accepted();
            metrics.Refused("invalid_token", "token has expired");
            metrics.UnknownKeyId();
        }
    }
}
