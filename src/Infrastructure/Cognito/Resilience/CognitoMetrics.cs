using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CognitoAuth.Application.Pipeline.Observability;
using Polly.CircuitBreaker;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>The metrics of calls to Cognito.</summary>
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
        _attempts = meter.CreateHistogram("cognitoauth.upstream.attempt.duration", "s", "Duration and outcome of attempts to call Cognito.", tags: null, Seconds);
        _retries = meter.CreateCounter<long>("cognitoauth.upstream.retries", "{attempt}", "Repeated attempts to call Cognito.");
        _shed = meter.CreateCounter<long>("cognitoauth.upstream.shed", "{call}", "Calls that were not sent to Cognito: too many were in flight, or the circuit breaker was open.");
        _unknownErrors = meter.CreateCounter<long>("cognitoauth.upstream.unknown_errors", "{error}", "Errors of Cognito whose type or text this version does not know.");
        meter.CreateObservableGauge("cognitoauth.upstream.breaker.state", BreakerStates, "1", "State of the circuit breakers: 0 closed, 1 half open, 2 open.");
    }

    /// <summary>Counts an attempt that ended.</summary>
    /// <param name="operation">Cognito's name of the operation.</param>
    /// <param name="attempt">1 for the first.</param>
    /// <param name="outcome"><c>succeeded</c>, <c>refused</c>, or a fault.</param>
    /// <param name="elapsed">The attempt's duration.</param>
    public void Attempted(string operation, int attempt, string outcome, TimeSpan elapsed)
    {
        if (_attempts.Enabled) _attempts.Record(elapsed.TotalSeconds, new("operation", operation), new("attempt", attempt), new("outcome", outcome));
        if (attempt > 1) _retries.Add(1, new KeyValuePair<string, object?>("operation", operation));
    }

    /// <summary>Registers a circuit breaker, which must be built with the returned state provider.</summary>
    public CircuitBreakerStateProvider Breaker(string name) => _breakers.GetOrAdd(name, _ => new CircuitBreakerStateProvider());

    /// <summary>Counts a call that was not sent.</summary>
    public void Shed(string operation, string reason) => _shed.Add(1, new("operation", operation), new("reason", reason));

    /// <summary>Counts an error that <see cref="Gateway.CognitoErrorMap"/> does not know.</summary>
    public void UnknownError(string operation) => _unknownErrors.Add(1, new KeyValuePair<string, object?>("operation", operation));

    private IEnumerable<Measurement<int>> BreakerStates() => _breakers.Select(breaker => new Measurement<int>(
        breaker.Value.CircuitState is CircuitState.Closed ? 0 : breaker.Value.CircuitState is CircuitState.HalfOpen ? 1 : 2,
        new KeyValuePair<string, object?>("breaker", breaker.Key)));
}
