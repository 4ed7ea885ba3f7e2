using CognitoAuth.Application;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Security;

/// <summary>Accepts <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> only from the configured proxies (ASVS 4.1.3); by default from none.</summary>
internal sealed class TrustedProxies(SecurityOptions security) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = security.TrustedProxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // No limit on the number of hops; each must be trusted.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in security.TrustedProxies)
        {
            if (SecurityOptions.TryParseProxy(proxy, out var network)) options.KnownIPNetworks.Add(network);
        }
    }
}

/// <summary>Refuses to start if ASP.NET Core's own setting for forwarded headers is on: it trusts <c>X-Forwarded-For</c> from every address.</summary>
internal sealed class ForwardedHeadersValidator(IConfiguration configuration) : IValidateOptions<SecurityOptions>
{
    // The environment variable has the prefix ASPNETCORE_.
    private const string TrustEveryone = "FORWARDEDHEADERS_ENABLED";

    public ValidateOptionsResult Validate(string? name, SecurityOptions options) => string.Equals(configuration[TrustEveryone], "true", StringComparison.OrdinalIgnoreCase)
        ? ValidateOptionsResult.Fail($"ASPNETCORE_{TrustEveryone} must not be true: it trusts every address. Name your proxies in Security:TrustedProxies.")
        : ValidateOptionsResult.Success;
}
