using System.Diagnostics.Metrics;
using CognitoAuth.Application.Pipeline.Observability;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Counts access tokens and fetches of signing keys. It allocates nothing.</summary>
internal sealed class TokenMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _verifications;
    private readonly Counter<long> _lookups;
    private readonly Counter<long> _fetches;
    private readonly Counter<long> _unknownKeyIds;

    public TokenMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(Telemetry.Name);
        _verifications = _meter.CreateCounter<long>("cognitoauth.token.verifications", "{token}", "Access tokens that were verified or refused, and why. Signed-out ones count as verified here.");
        _lookups = _meter.CreateCounter<long>("cognitoauth.token.cache.lookups", "{token}", "Access tokens that were looked for among those verified before.");
        _fetches = _meter.CreateCounter<long>("cognitoauth.jwks.fetches", "{fetch}", "Fetches of the user pool's signing keys.");
        _unknownKeyIds = _meter.CreateCounter<long>("cognitoauth.jwks.unknown_kids", "{token}", "Tokens of a key that the user pool is not known to have.");
    }

    /// <summary>A token was verified.</summary>
    public void Accepted() => _verifications.Add(1, new KeyValuePair<string, object?>("outcome", "accepted"));

    /// <summary>A token was refused, or could not be verified.</summary>
    /// <param name="code">The error's code.</param>
    /// <param name="reason">One of the verifier's own texts: there are a few dozen.</param>
    public void Refused(string code, string reason) => _verifications.Add(1, new KeyValuePair<string, object?>("outcome", code), new KeyValuePair<string, object?>("reason", reason));

    /// <summary>A token was looked for among those verified before.</summary>
    public void LookedUp(bool hit) => _lookups.Add(1, new KeyValuePair<string, object?>("outcome", hit ? "hit" : "miss"));

    /// <summary>The key set was fetched.</summary>
    public void Fetched(bool succeeded) => _fetches.Add(1, new KeyValuePair<string, object?>("outcome", succeeded ? "succeeded" : "failed"));

    /// <summary>A token named a key that is not known.</summary>
    public void UnknownKeyId() => _unknownKeyIds.Add(1);

    /// <summary>Reports the age of the keys, if there are any.</summary>
    public void Observe(Func<TimeSpan?> age) => _meter.CreateObservableGauge(
        "cognitoauth.jwks.age", IEnumerable<Measurement<double>> () => age() is { } known ? [new(known.TotalSeconds)] : [], "s", "How long ago the signing keys were fetched.");
}
