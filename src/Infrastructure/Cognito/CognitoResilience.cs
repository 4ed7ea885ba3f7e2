using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// One Polly pipeline per <see cref="RetryClass"/>, outer to inner: total timeout, concurrency limit, retry, circuit breaker, attempt timeout. They are singletons: the breaker and the limit
/// are shared by all calls of a class.
/// </summary>
internal sealed class CognitoResilience
{
    /// <summary>The whole call, waits between attempts included.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(5);

    /// <summary>One attempt of a call that may be sent again: a healthy Cognito answers in a tenth of it. A call that may not gets all the time there is.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    private const int MaximumRetries = 2;

    // Cognito's default quotas are 30 to 120 requests a second; at 100 ms a call this is ten times what they allow.
    private const int ConcurrentCalls = 128;
    private const int WaitingCalls = 128;

    private readonly Dictionary<RetryClass, ResiliencePipeline> _pipelines;

    public CognitoResilience(TimeProvider time) => _pipelines = Enum.GetValues<RetryClass>().ToDictionary(retryClass => retryClass, retryClass => Build(retryClass, time));

    public ResiliencePipeline For(RetryClass retryClass) => _pipelines[retryClass];

    /// <summary>Whether a call of the class may be sent again after the fault.</summary>
    public static bool MayRepeat(RetryClass retryClass, UpstreamFault fault) => fault switch
    {
        UpstreamFault.Throttled or UpstreamFault.NotSent => true,
        UpstreamFault.TimedOut or UpstreamFault.Broken or UpstreamFault.Garbled => retryClass is RetryClass.Read or RetryClass.Set or RetryClass.Gone or RetryClass.New,
        _ => false,
    };

    private static ResiliencePipeline Build(RetryClass retryClass, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time, Name = $"cognito-{retryClass}" }
            .AddTimeout(TotalTimeout)
            .AddConcurrencyLimiter(ConcurrentCalls, WaitingCalls)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = MaximumRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } exception && MayRepeat(retryClass, UpstreamFaults.Of(exception))),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(5),
                // Throttling and business refusals say nothing of Cognito's health.
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } exception
                    && UpstreamFaults.Of(exception) is (UpstreamFault.NotSent or UpstreamFault.TimedOut or UpstreamFault.Broken or UpstreamFault.Garbled)),
            })
            .AddTimeout(MayRepeat(retryClass, UpstreamFault.TimedOut) ? AttemptTimeout : TotalTimeout)
            .Build();
}
