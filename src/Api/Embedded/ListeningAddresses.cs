#if DEBUG
using System.Net;

namespace CognitoAuth.Api.Embedded;

/// <summary>Where Kestrel will listen, as its configuration says.</summary>
internal static class ListeningAddresses
{
    /// <summary>Whether all of them can be reached from this machine alone.</summary>
    public static bool AreLoopback(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "").ToList();
        var urls = configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

        // Which of the two counts is a setting of its own, so both must be.
        if (endpoints.Count > 0 || urls.Length > 0) return endpoints.Concat(urls).All(IsLoopback);

        // Ports alone mean every address; nothing at all means localhost.
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
