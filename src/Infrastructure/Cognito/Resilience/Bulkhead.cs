using System.Threading.RateLimiting;
using Polly.RateLimiting;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>Limits the calls of a category that are in flight, and those that are queued, in number and in time. A call that is refused here was certainly not sent.</summary>
internal sealed class Bulkhead(int inFlight, int waiting, TimeProvider time) : IDisposable
{
    /// <summary>The longest that a call is queued. Healthy calls take a fifth of it, so a call that is still queued after that has no chance of running soon.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = inFlight, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>Takes a place. Dispose it when the call has ended.</summary>
    /// <exception cref="RateLimiterRejectedException">No place was free in time.</exception>
    public async ValueTask<RateLimitLease> Enter(CancellationToken cancellationToken)
    {
        var place = _limiter.AttemptAcquire();
        if (place.IsAcquired) return place;

        place.Dispose();
        using var timeout = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
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
