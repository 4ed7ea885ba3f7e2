using System.Diagnostics.Metrics;
using CognitoAuth.Application.Pipeline.Observability;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>What is measured of sign-outs.</summary>
internal sealed class RevocationMetrics
{
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private readonly Meter _meter;
    private readonly Histogram<double> _lag;

    public RevocationMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Telemetry.Name);
        _lag = _meter.CreateHistogram("cognitoauth.revocation.lag", "s", "The time from when the shared log took a sign-out of another instance until this one read it.", tags: null, Seconds);
    }

    /// <summary>A sign-out of another instance is known here from now on.</summary>
    /// <param name="lag">The time from when the log took it until it was read, both by the log's clock, so the clocks of instances do not matter. The transfer of the response is not included.</param>
    public void Learned(TimeSpan lag) => _lag.Record(lag.TotalSeconds);

    /// <summary>Reports how many sign-outs are remembered.</summary>
    public void ObserveEntries(Func<int> count) => _meter.CreateObservableGauge("cognitoauth.revocation.entries", count, "{entry}", "Sign-outs that are remembered.");

    /// <summary>Reports the age of what is known, once the log was read.</summary>
    public void ObserveAge(Func<TimeSpan?> age) => _meter.CreateObservableGauge(
        "cognitoauth.revocation.age", IEnumerable<Measurement<double>> () => age() is { } known ? [new(known.TotalSeconds)] : [], "s", "The time since sign-outs were last in sync with the shared log.");
}
