using System.Net;

namespace CognitoAuth.Application;

/// <summary>What the API reveals and allows: configuration section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Security";

    /// <summary>Whether responses may reveal which accounts exist.</summary>
    public ExistenceErrors ExistenceErrors { get; set; } = ExistenceErrors.Hidden;

    /// <summary>How long after a sign-in sensitive changes are allowed; zero: until the session ends.</summary>
    public TimeSpan ReauthenticateAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The product's name in users' authenticator apps.</summary>
    public string TotpIssuer { get; set; } = "CognitoAuth";

    /// <summary>The secret key of the account pseudonyms in the audit log, at least 32 characters. By default each process generates its own, and pseudonyms of different processes differ.</summary>
    public string? PseudonymKey { get; set; }

    /// <summary>How long an instance uses the sign-outs it knows while Redis is unavailable; after that, protected calls are refused. Not used without Redis.</summary>
    public TimeSpan RevocationStaleness { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Names of <c>custom:*</c> attributes that users may set themselves.</summary>
    public IList<string> WritableAttributes { get; set; } = [];

    /// <summary>Networks (CIDR) or addresses of the proxies whose <c>X-Forwarded-For</c> is trusted.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>Origins (<c>https://app.example.com</c>) whose pages may call from a browser; empty: only the API's own origin.</summary>
    public IList<string> CorsOrigins { get; set; } = [];

    /// <summary>The limits of public calls and of sent codes.</summary>
    public RateLimitsOptions RateLimits { get; set; } = new();

    /// <summary>In <see cref="ExistenceErrors.Hidden"/> mode, the minimum duration of public calls whose duration could reveal which accounts exist; zero: none is delayed.</summary>
    public TimeSpan AnswerFloor { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Parses a network in CIDR form, or an address as a network of one.</summary>
    public static bool TryParseProxy(string? text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }

    /// <summary>Whether a text is an origin as browsers send it: scheme, host and port only; https unless loopback.</summary>
    public static bool IsOrigin(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).Equals(text, StringComparison.Ordinal);
}

/// <summary>Whether responses may reveal which accounts exist, and their state.</summary>
public enum ExistenceErrors
{
    /// <summary>No response reveals it (ASVS 6.3.8).</summary>
    Hidden,

    /// <summary>Responses reveal it: for internal tools, and for public names.</summary>
    Revealed,
}
