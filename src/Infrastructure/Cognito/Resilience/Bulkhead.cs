using System.Threading.RateLimiting;
using Polly.RateLimiting;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>Bounds the calls of a category that are in flight, and those that wait for their turn, in number and in time. A call that is refused here was surely not sent.</summary>
internal sealed class Bulkhead(int inFlight, int waiting, TimeProvider time) : IDisposable
{
    /// <summary>The longest that a call waits for its turn. Healthy calls take a fifth of it, so what is not its turn by then will not be soon.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = inFlight, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>Takes a place; dispose of it when the call is over.</summary>
    /// <exception cref="RateLimiterRejectedException">There was none in time.</exception>
    public async ValueTask<RateLimitLease> Enter(CancellationToken cancellationToken)
    {
        var place = _limiter.AttemptAcquire();
        if (place.IsAcquired) return place;

        place.Dispose();
        using var patience = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _limiter.AcquireAsync(permitCount: 1, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RateLimiterRejectedException();
        }
    }

    public void Dispose() => _limiter.Dispose();
}
