using System.Diagnostics.Metrics;

namespace CognitoAuth.Application.Pipeline.Observability;

/// <summary>The metrics of flows. No label names a user or an address.</summary>
internal sealed class FlowMetrics
{
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _rateLimited;
    private readonly Counter<long> _signedOut;

    public FlowMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Telemetry.Name);
        _duration = meter.CreateHistogram("cognitoauth.flow.duration", "s", "Duration of flows, by outcome.", tags: null, Seconds);
        _rateLimited = meter.CreateCounter<long>("cognitoauth.rate_limit.rejections", "{request}", "Requests that exceeded a rate limit of this API.");
        _signedOut = meter.CreateCounter<long>("cognitoauth.revocation.refusals", "{token}", "Valid access tokens that were refused because their session was signed out.");
    }

    /// <summary>A flow ended.</summary>
    /// <param name="flow">The request's type.</param>
    /// <param name="outcome">The outcome, as in the log.</param>
    /// <param name="error">Why it did not succeed.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Ended(string flow, string outcome, AuthError? error, TimeSpan elapsed)
    {
        if (_duration.Enabled) _duration.Record(elapsed.TotalSeconds, new("flow", flow), new("outcome", outcome), new("code", error?.Code ?? "-"));
        if (error?.Is(AuthErrors.RateLimited) is true) _rateLimited.Add(1, new("flow", flow), new("limit", error.Reason ?? "-"));
    }

    /// <summary>A valid token was refused because its session was signed out.</summary>
    public void SignedOut() => _signedOut.Add(1);
}
