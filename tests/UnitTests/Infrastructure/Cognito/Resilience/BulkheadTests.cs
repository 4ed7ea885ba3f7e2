using CognitoAuth.Infrastructure.Cognito.Resilience;
using Microsoft.Extensions.Time.Testing;
using Polly.RateLimiting;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Resilience;

public sealed class BulkheadTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Not the constant: docs/operations.md promises this duration.
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);

    private readonly FakeTimeProvider _time = new();
    private readonly Bulkhead _bulkhead;

    public BulkheadTests() => _bulkhead = new Bulkhead(inFlight: 1, waiting: 1, _time);

    [Fact]
    public async Task A_queued_call_gets_a_place_that_becomes_free_within_half_a_second()
    {
        var place = await _bulkhead.Enter(CancellationToken.None);
        var waiting = _bulkhead.Enter(CancellationToken.None).AsTask();

        _time.Advance(HalfASecond - TimeSpan.FromMilliseconds(1));
        place.Dispose();

        using var next = await waiting.WaitAsync(Patience);
        next.IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public async Task A_queued_call_is_refused_after_half_a_second()
    {
        using var place = await _bulkhead.Enter(CancellationToken.None);
        var waiting = _bulkhead.Enter(CancellationToken.None).AsTask();

        _time.Advance(HalfASecond);

        await Should.ThrowAsync<RateLimiterRejectedException>(waiting.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_call_beyond_the_queue_is_refused_at_once()
    {
        using var place = await _bulkhead.Enter(CancellationToken.None);
        var waiting = _bulkhead.Enter(CancellationToken.None).AsTask();

        var refused = _bulkhead.Enter(CancellationToken.None).AsTask();

        // The clock did not advance.
        (await refused.WaitAsync(Patience)).IsAcquired.ShouldBeFalse();
        waiting.IsCompleted.ShouldBeFalse();
    }

    public void Dispose() => _bulkhead.Dispose();
}
