using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CognitoAuth.Application.Pipeline.Observability;
using Polly.CircuitBreaker;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>What is counted of calls to Cognito.</summary>
internal sealed class CognitoMetrics
{
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5] };

    private readonly ConcurrentDictionary<string, CircuitBreakerStateProvider> _breakers = new(StringComparer.Ordinal);
    private readonly Histogram<double> _attempts;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _shed;
    private readonly Counter<long> _unknownErrors;

    public CognitoMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        _attempts = meter.CreateHistogram("cognitoauth.upstream.attempt.duration", "s", "How long attempts to call Cognito take, and how they end.", tags: null, Seconds);
        _retries = meter.CreateCounter<long>("cognitoauth.upstream.retries", "{attempt}", "Calls to Cognito that were sent again.");
        _shed = meter.CreateCounter<long>("cognitoauth.upstream.shed", "{call}", "Calls that were not sent to Cognito: too many were under way, or the circuit breaker was open.");
        _unknownErrors = meter.CreateCounter<long>("cognitoauth.upstream.unknown_errors", "{error}", "Errors of Cognito whose type or text this version does not know.");
        meter.CreateObservableGauge("cognitoauth.upstream.breaker.state", BreakerStates, "1", "Whether circuit breakers let calls through: 0 closed, 1 half open, 2 open.");
    }

    /// <summary>An attempt ended.</summary>
    /// <param name="operation">Cognito's name of it.</param>
    /// <param name="attempt">1 for the first.</param>
    /// <param name="outcome">A few: <c>succeeded</c>, <c>refused</c>, and the faults.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Attempted(string operation, int attempt, string outcome, TimeSpan elapsed)
    {
        if (_attempts.Enabled) _attempts.Record(elapsed.TotalSeconds, new("operation", operation), new("attempt", attempt), new("outcome", outcome));
        if (attempt > 1) _retries.Add(1, new KeyValuePair<string, object?>("operation", operation));
    }

    /// <summary>Watches a circuit breaker that is about to be built with what this returns.</summary>
    public CircuitBreakerStateProvider Breaker(string name) => _breakers.GetOrAdd(name, _ => new CircuitBreakerStateProvider());

    /// <summary>A call was not sent.</summary>
    public void Shed(string operation, string reason) => _shed.Add(1, new("operation", operation), new("reason", reason));

    /// <summary>Cognito answered an error that is not in the table.</summary>
    public void UnknownError(string operation) => _unknownErrors.Add(1, new KeyValuePair<string, object?>("operation", operation));

    private IEnumerable<Measurement<int>> BreakerStates() => _breakers.Select(breaker => new Measurement<int>(
        breaker.Value.CircuitState switch
        {
            CircuitState.Closed => 0,
            CircuitState.HalfOpen => 1,
            _ => 2,
        },
        new KeyValuePair<string, object?>("breaker", breaker.Key)));
}
