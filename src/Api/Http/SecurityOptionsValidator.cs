using CognitoAuth.Application;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Http;

/// <summary>Stops the start when a security setting is wrong, with one line per fault.</summary>
internal sealed class SecurityOptionsValidator(IConfiguration configuration) : IValidateOptions<SecurityOptions>
{
    public ValidateOptionsResult Validate(string? name, SecurityOptions options) => Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private IEnumerable<string> Faults(SecurityOptions options)
    {
        // Whoever sets it counts on sign-outs that all instances know of. Until they do, no start is safer than a quiet one.
        if (!string.IsNullOrEmpty(configuration.GetConnectionString("Redis"))) yield return "ConnectionStrings:Redis is not supported yet: sign-outs are kept in the process, so run one instance.";
        if (options.TrustedProxies.Any(proxy => !TrustedProxies.TryParse(proxy, out _))) yield return "Security:TrustedProxies must hold addresses or networks, such as 10.0.0.0/8.";
        if (options.TrustedProxies.Any(proxy => TrustedProxies.TryParse(proxy, out var network) && network.PrefixLength == 0)) yield return "Security:TrustedProxies must not trust every address.";
        if (!options.CorsOrigins.All(Cors.IsOrigin)) yield return "Security:CorsOrigins must hold origins, such as https://app.example.com: https unless loopback, and nothing after the host and port.";
        if (options.ReauthenticateAfter < TimeSpan.Zero) yield return "Security:ReauthenticateAfter must not be negative, such as 01:00:00; 00:00:00 turns it off.";
        if (string.IsNullOrWhiteSpace(options.TotpIssuer) || options.TotpIssuer.Contains(':', StringComparison.Ordinal)) yield return "Security:TotpIssuer must be a name without a colon.";
        if (options.WritableAttributes.Any(attribute => attribute?.StartsWith("custom:", StringComparison.Ordinal) is not true)) yield return "Security:WritableAttributes must hold names that begin with custom:.";
    }
}
