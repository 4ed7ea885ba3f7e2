#if DEBUG
using System.Net;

namespace CognitoAuth.Api.Embedded;

/// <summary>The addresses that Kestrel is configured to listen on.</summary>
internal static class ListeningAddresses
{
    /// <summary>Whether all addresses can be reached from this machine only.</summary>
    public static bool AreLoopback(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "").ToList();
        var urls = configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

        // Another setting decides which of the two applies, so both must be loopback.
        if (endpoints.Count > 0 || urls.Length > 0) return endpoints.Concat(urls).All(IsLoopback);

        // A port without an address means every address; no setting means localhost.
        return string.IsNullOrEmpty(configuration["http_ports"]) && string.IsNullOrEmpty(configuration["https_ports"]);
    }

    private static bool IsLoopback(string url)
    {
        if (!Uri.IsWellFormedUriString(url, UriKind.Absolute)) return false;
        var host = BindingAddress.Parse(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
#endif
