using Microsoft.Extensions.Options;

namespace CognitoAuth.Application;

/// <summary>Stops the start when a security setting is wrong, with one line per fault.</summary>
internal sealed class SecurityOptionsValidator : IValidateOptions<SecurityOptions>
{
    private static readonly TimeSpan LongestFloor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);
    private const int MostPermits = 1_000_000;
    private const int ShortestPseudonymKey = 32;
    private static readonly TimeSpan ShortestStaleness = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestStaleness = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, SecurityOptions options) => Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(SecurityOptions options)
    {
        if (options.TrustedProxies.Any(proxy => !SecurityOptions.TryParseProxy(proxy, out _))) yield return "Security:TrustedProxies must contain addresses or networks, such as 10.0.0.0/8.";
        if (options.TrustedProxies.Any(proxy => SecurityOptions.TryParseProxy(proxy, out var network) && network.PrefixLength == 0)) yield return "Security:TrustedProxies must not contain every address.";
        if (!options.CorsOrigins.All(SecurityOptions.IsOrigin)) yield return "Security:CorsOrigins must contain origins, such as https://app.example.com: https unless loopback, and nothing after the host and port.";
        if (options.ReauthenticateAfter < TimeSpan.Zero) yield return "Security:ReauthenticateAfter must not be negative. Example: 01:00:00; 00:00:00 turns it off.";
        if (options.RevocationStaleness < ShortestStaleness || options.RevocationStaleness > LongestStaleness) yield return "Security:RevocationStaleness must be between 1 second and 1 hour. Example: 00:00:30.";
        if (string.IsNullOrWhiteSpace(options.TotpIssuer) || options.TotpIssuer.Contains(':', StringComparison.Ordinal)) yield return "Security:TotpIssuer must be a name without a colon.";
        if (options.PseudonymKey is { Length: > 0 and < ShortestPseudonymKey }) yield return $"Security:PseudonymKey must have at least {ShortestPseudonymKey} characters.";
        if (options.WritableAttributes.Any(attribute => attribute?.StartsWith("custom:", StringComparison.Ordinal) is not true)) yield return "Security:WritableAttributes must contain names that begin with custom:.";
        if (options.AnswerFloor < TimeSpan.Zero || options.AnswerFloor > LongestFloor) yield return $"Security:AnswerFloor must be between 00:00:00, which turns it off, and {LongestFloor}.";
        foreach (var limit in options.RateLimits.All)
        {
            if (limit.Permits is < 1 or > MostPermits) yield return $"Security:RateLimits:{limit.Name}:Permits must be between 1 and {MostPermits}.";
            if (limit.Window < TimeSpan.FromSeconds(1) || limit.Window > LongestWindow) yield return $"Security:RateLimits:{limit.Name}:Window must be between 00:00:01 and {LongestWindow}.";
        }
    }
}
