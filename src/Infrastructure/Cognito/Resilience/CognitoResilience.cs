using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Retry;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// Sends calls through what keeps a Cognito in trouble from becoming ours, and ours from becoming worse for Cognito. From the outside in: total timeout, limit of calls in flight, retry, circuit breaker,
/// and an attempt timeout where a repeat may follow it. The <see cref="RetryClass"/> says what is sent again; limit, breaker and retry budget are shared by all calls of a <see cref="QuotaCategory"/>.
/// </summary>
internal sealed partial class CognitoResilience : IDisposable
{
    /// <summary>The whole call, waits between attempts included.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(5);

    /// <summary>One attempt of a call that may be sent again: a healthy Cognito answers in a tenth of it. A call that may not gets all the time there is.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    /// <summary>How many failures and successes a breaker wants to have seen in <see cref="BreakerMemory"/> before it opens, when half of them are failures.</summary>
    public const int BreakerThroughput = 20;

    /// <summary>How long an open breaker refuses calls, before it lets one through to see.</summary>
    public static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BreakerMemory = TimeSpan.FromSeconds(30);

    private const int MaximumRetries = 2;

    // A caller who goes away cancels a call, as a timeout does. It must be told apart: else callers could open a breaker.
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

    /// <summary>The most calls of all categories together that are in flight: so many connections are needed, or one category could take those of another.</summary>
    public static int MostCallsInFlight { get; } = Enum.GetValues<QuotaCategory>().Sum(CallsInFlight);

    /// <summary>
    /// The most calls of a category that are in flight: as many as the default quota lets through while each takes as long as an attempt may. At a healthy 100 ms that is twenty times the default quota, so
    /// a raised one needs no setting here.
    /// </summary>
    public static int CallsInFlight(QuotaCategory category) => category.DefaultQuota() * (int)AttemptTimeout.TotalSeconds;

    /// <summary>The most calls of a category that wait for others to end.</summary>
    public static int CallsWaiting(QuotaCategory category) => CallsInFlight(category) / 4;

    /// <summary>Sends a call, again where its class and the budget of its category allow.</summary>
    /// <param name="operation">What is called.</param>
    /// <param name="send">Sends it once.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="BrokenCircuitException">Not sent: the category failed too often of late.</exception>
    /// <exception cref="RateLimiterRejectedException">Not sent: too many calls of the category are in flight.</exception>
    public async Task<TResult> Execute<TResult>(CognitoOperation operation, Func<CancellationToken, Task<TResult>> send, CancellationToken cancellationToken)
        where TResult : notnull
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        if (cancellationToken.CanBeCanceled) context.Properties.Set(Caller, cancellationToken);
        try
        {
            _categories[operation.Category].Retries.Count();
            // As objects, which the strategies are made for: of each other type, Polly converts every outcome on its way in and out of every strategy, asynchronously.
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

    /// <summary>Whether a call of the class may be sent again after the fault.</summary>
    public static bool MayRepeat(RetryClass retryClass, CognitoFault fault) => fault switch
    {
        CognitoFault.Throttled or CognitoFault.NotSent => true,
        CognitoFault.TimedOut or CognitoFault.Broken or CognitoFault.Garbled => retryClass is RetryClass.Read or RetryClass.Set or RetryClass.Gone or RetryClass.New,
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
                // The budget is asked last, and not for what is given up anyway: what is taken from it is sent.
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is { } exception
                    && arguments.AttemptNumber < MaximumRetries
                    && !arguments.Context.CancellationToken.IsCancellationRequested
                    && MayRepeat(retryClass, UpstreamFaults.Of(exception))
                    && retries.TryTake()),
            })
            .AddPipeline(breaker);
        // What is not repeated after a timeout has all the time there is.
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
            // Refusals and throttling say nothing of Cognito's health, and an answer that cannot be read may be one operation's alone.
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is { } exception
                && !arguments.Context.Properties.GetValue(Caller, CancellationToken.None).IsCancellationRequested
                && UpstreamFaults.Of(exception) is CognitoFault.NotSent or CognitoFault.TimedOut or CognitoFault.Broken),
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

    [LoggerMessage(LogLevel.Error, "Cognito fails calls of the category {Category}: they are refused for {BreakSeconds} s, then one is tried")]
    private partial void LogOpened(QuotaCategory category, double breakSeconds);

    [LoggerMessage(LogLevel.Information, "Cognito answers calls of the category {Category} again")]
    private partial void LogClosed(QuotaCategory category);

    /// <summary>What the calls of a category share.</summary>
    private sealed record Shared(Bulkhead Bulkhead, RetryBudget Retries, ResiliencePipeline Breaker);
}
