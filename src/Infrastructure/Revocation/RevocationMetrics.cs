using System.Diagnostics.Metrics;
using CognitoAuth.Application;

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
        _lag = _meter.CreateHistogram("cognitoauth.revocation.lag", "s", "How long after Redis took a sign-out of another instance this one read it.", tags: null, Seconds);
    }

    /// <summary>A sign-out of another instance is known here from now on.</summary>
    /// <param name="lag">How long before it was read Redis took it: both by the clock of Redis, so it does not matter how far the clocks of instances are apart. Only the way of the answer is not in it.</param>
    public void Learned(TimeSpan lag) => _lag.Record(lag.TotalSeconds);

    /// <summary>Tells how many sign-outs are remembered.</summary>
    public void ObserveEntries(Func<int> count) => _meter.CreateObservableGauge("cognitoauth.revocation.entries", count, "{entry}", "Sign-outs that are remembered.");

    /// <summary>Tells how old what is known can be, once something is.</summary>
    public void ObserveAge(Func<TimeSpan?> age) => _meter.CreateObservableGauge(
        "cognitoauth.revocation.age", IEnumerable<Measurement<double>> () => age() is { } known ? [new(known.TotalSeconds)] : [], "s", "How long ago sign-outs were last known to be in sync with Redis.");
}
