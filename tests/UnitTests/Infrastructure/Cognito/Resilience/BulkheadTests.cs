using CognitoAuth.Infrastructure.Cognito.Resilience;
using Microsoft.Extensions.Time.Testing;
using Polly.RateLimiting;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Resilience;

public sealed class BulkheadTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Not the constant: that it is this long is a promise of docs/operations.md.
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);

    private readonly FakeTimeProvider _time = new();
    private readonly Bulkhead _bulkhead;

    public BulkheadTests() => _bulkhead = new Bulkhead(inFlight: 1, waiting: 1, _time);

    [Fact]
    public async Task Gives_a_place_that_comes_free_within_half_a_second_to_who_waits()
    {
        var place = await _bulkhead.Enter(CancellationToken.None);
        var waiting = _bulkhead.Enter(CancellationToken.None).AsTask();

        _time.Advance(HalfASecond - TimeSpan.FromMilliseconds(1));
        place.Dispose();

        using var next = await waiting.WaitAsync(Patience);
        next.IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public async Task Lets_nobody_wait_longer_than_half_a_second()
    {
        using var place = await _bulkhead.Enter(CancellationToken.None);
        var waiting = _bulkhead.Enter(CancellationToken.None).AsTask();

        _time.Advance(HalfASecond);

        await Should.ThrowAsync<RateLimiterRejectedException>(waiting.WaitAsync(Patience));
    }

    [Fact]
    public async Task Refuses_at_once_who_would_wait_behind_as_many_as_may()
    {
        using var place = await _bulkhead.Enter(CancellationToken.None);
        var waiting = _bulkhead.Enter(CancellationToken.None).AsTask();

        var refused = _bulkhead.Enter(CancellationToken.None).AsTask();

        // No time has passed.
        (await refused.WaitAsync(Patience)).IsAcquired.ShouldBeFalse();
        waiting.IsCompleted.ShouldBeFalse();
    }

    public void Dispose() => _bulkhead.Dispose();
}
