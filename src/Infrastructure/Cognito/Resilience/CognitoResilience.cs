using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// Protects this API from a Cognito in trouble, and Cognito from too many calls. From the outside in: total timeout, limit of calls in flight, retry, circuit breaker, and an attempt timeout where a repeat
/// may follow. The <see cref="RetryClass"/> decides what is repeated. All calls of a <see cref="QuotaCategory"/> share the limit, the breaker and the retry budget.
/// </summary>
internal sealed partial class CognitoResilience : IDisposable
{
    /// <summary>The time limit of a whole call, including the waits between attempts.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The time limit of one attempt of a call that may be repeated: a healthy Cognito responds in a tenth of it. A call that may not be repeated gets the whole <see cref="TotalTimeout"/>.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The number of calls within <see cref="BreakerMemory"/> from which on a breaker opens when half of them failed.</summary>
    public const int BreakerThroughput = 20;

    /// <summary>How long an open breaker refuses calls before it tries one.</summary>
    public static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BreakerMemory = TimeSpan.FromSeconds(30);

    private const int MaximumRetries = 2;

    // A caller that disconnects cancels the call, as a timeout does. The breaker must ignore such calls: otherwise callers could open it.
    private static readonly ResiliencePropertyKey<CancellationToken> Caller = new("caller");

    private readonly Dictionary<QuotaCategory, Shared> _categories;
    private readonly ConcurrentDictionary<(RetryClass, QuotaCategory), ResiliencePipeline> _pipelines = new();
    private readonly TimeProvider _time;
    private readonly ILogger<CognitoResilience> _logger;

    public CognitoResilience(TimeProvider time, ILogger<CognitoResilience> logger, CognitoMetrics? metrics = null)
    {
        (_time, _logger) = (time, logger);
        _categories = Enum.GetValues<QuotaCategory>().ToDictionary(
            category => category,
            category => new Shared(new Bulkhead(CallsInFlight(category), CallsWaiting(category), time), new RetryBudget(time), Breaker(category, metrics)));
    }

    /// <summary>The most calls of all categories in flight. As many connections are needed, so that no category takes those of another.</summary>
    public static int MostCallsInFlight { get; } = Enum.GetValues<QuotaCategory>().Sum(CallsInFlight);

    /// <summary>
    /// The most calls of a category in flight: the default quota with each call as slow as an attempt may be. With healthy calls of 100 ms that allows twenty times the default quota, so a raised quota needs
    /// no setting here.
    /// </summary>
    public static int CallsInFlight(QuotaCategory category) => category.DefaultQuota() * (int)AttemptTimeout.TotalSeconds;

    /// <summary>The most calls of a category that are queued.</summary>
    public static int CallsWaiting(QuotaCategory category) => CallsInFlight(category) / 4;

    /// <summary>Sends a call, and repeats it where its class and the budget of its category allow.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="send">Makes one attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BrokenCircuitException">Not sent: too many calls of the category failed.</exception>
    /// <exception cref="RateLimiterRejectedException">Not sent: too many calls of the category are in flight.</exception>
    public async Task<TResult> Execute<TResult>(CognitoOperation operation, Func<CancellationToken, Task<TResult>> send, CancellationToken cancellationToken)
        where TResult : notnull
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        if (cancellationToken.CanBeCanceled) context.Properties.Set(Caller, cancellationToken);
        try
        {
            _categories[operation.Category].Retries.Count();
            // As objects, the type that the strategies are built for: Polly would convert outcomes of another type at each strategy, asynchronously.
            var outcome = await Pipeline(operation).ExecuteOutcomeAsync<object, Func<CancellationToken, Task<TResult>>>(Attempt, context, send);
            outcome.ThrowIfException();
            return (TResult)outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        static async ValueTask<Outcome<object>> Attempt(ResilienceContext attempt, Func<CancellationToken, Task<TResult>> send)
        {
            try
            {
                return Outcome.FromResult<object>(await send(attempt.CancellationToken));
            }
            catch (Exception exception)
            {
                return Outcome.FromException<object>(exception);
            }
        }
    }

    /// <summary>Whether a call of the class may be repeated after the fault.</summary>
    public static bool MayRepeat(RetryClass retryClass, CognitoFault fault) => fault switch
    {
        CognitoFault.Throttled or CognitoFault.NotSent => true,
        CognitoFault.TimedOut or CognitoFault.Broken or CognitoFault.Garbled => retryClass is RetryClass.Read or RetryClass.Idempotent or RetryClass.Delete or RetryClass.Replace,
        _ => false,
    };

    public void Dispose()
    {
        foreach (var category in _categories.Values) category.Bulkhead.Dispose();
    }

    private ResiliencePipeline Pipeline(CognitoOperation operation) => _pipelines.GetOrAdd((operation.RetryClass, operation.Category), static (key, resilience) => resilience.Build(key.Item1, key.Item2), this);

    private ResiliencePipeline Build(RetryClass retryClass, QuotaCategory category)
    {
        var (bulkhead, retries, breaker) = _categories[category];
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = _time, Name = $"cognito-{category}-{retryClass}" }
            .AddTimeout(TotalTimeout)
            .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = arguments => bulkhead.Enter(arguments.Context.CancellationToken) })
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = MaximumRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                // The budget comes last, so that each repeat taken from it is sent.
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is { } exception
                    && arguments.AttemptNumber < MaximumRetries
                    && !arguments.Context.CancellationToken.IsCancellationRequested
                    && MayRepeat(retryClass, CognitoFaults.Of(exception))
                    && retries.TryTake()),
            })
            .AddPipeline(breaker);
        return (MayRepeat(retryClass, CognitoFault.TimedOut) ? pipeline.AddTimeout(AttemptTimeout) : pipeline).Build();
    }

    private ResiliencePipeline Breaker(QuotaCategory category, CognitoMetrics? metrics) => new ResiliencePipelineBuilder { TimeProvider = _time, Name = $"cognito-{category}" }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = BreakerThroughput,
            SamplingDuration = BreakerMemory,
            BreakDuration = BreakTime,
            StateProvider = metrics?.Breaker(category.ToString()),
            // Refusals and throttling do not mean that Cognito is unhealthy, and an unreadable response may concern one operation only.
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is { } exception
                && !arguments.Context.Properties.GetValue(Caller, CancellationToken.None).IsCancellationRequested
                && CognitoFaults.Of(exception) is CognitoFault.NotSent or CognitoFault.TimedOut or CognitoFault.Broken),
            OnOpened = _ =>
            {
                LogOpened(category, BreakTime.TotalSeconds);
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                LogClosed(category);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    [LoggerMessage(LogLevel.Error, "Cognito fails calls of the category {Category}: further calls are refused for {BreakSeconds} s, then one is tried")]
    private partial void LogOpened(QuotaCategory category, double breakSeconds);

    [LoggerMessage(LogLevel.Information, "Cognito responds to calls of the category {Category} again")]
    private partial void LogClosed(QuotaCategory category);

    /// <summary>What the calls of a category share.</summary>
    private sealed record Shared(Bulkhead Bulkhead, RetryBudget Retries, ResiliencePipeline Breaker);
}
