using System.Net;
using CognitoAuth.Application;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Http;

/// <summary>Believes <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> from the configured proxies alone (ASVS 4.1.3); by default from none.</summary>
internal sealed class TrustedProxies(SecurityOptions security) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = security.TrustedProxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many hops as there are proxies may be named; each must be trusted.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in security.TrustedProxies)
        {
            if (TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
        }
    }

    /// <summary>Reads a network in CIDR form, or an address as the network of itself.</summary>
    public static bool TryParse(string? text, out System.Net.IPNetwork network)
    {
        if (System.Net.IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}
