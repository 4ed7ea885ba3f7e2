using System.Net;

namespace CognitoAuth.Application;

/// <summary>What the API tells and allows: configuration section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Security";

    /// <summary>Whether responses may reveal which accounts exist.</summary>
    public ExistenceErrors ExistenceErrors { get; set; } = ExistenceErrors.Hidden;

    /// <summary>How long after a sign-in sensitive changes are allowed; zero: for as long as the session lives.</summary>
    public TimeSpan ReauthenticateAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The product's name in users' authenticator apps.</summary>
    public string TotpIssuer { get; set; } = "CognitoAuth";

    /// <summary>
    /// The key of the pseudonyms that stand for accounts in the audit log: at least 32 characters, and a secret. Without one, each process makes its own, and a pseudonym means nothing to another.
    /// </summary>
    public string? PseudonymKey { get; set; }

    /// <summary>How long an instance decides by what it knows while Redis cannot be asked whether there are new sign-outs; then protected calls are refused. Without Redis it has no meaning.</summary>
    public TimeSpan RevocationStaleness { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Names of <c>custom:*</c> attributes that users may set themselves.</summary>
    public IList<string> WritableAttributes { get; set; } = [];

    /// <summary>Networks (CIDR) or addresses of the proxies whose <c>X-Forwarded-For</c> is believed.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>Origins (<c>https://app.example.com</c>) whose pages may call from a browser; empty: no page of another origin may.</summary>
    public IList<string> CorsOrigins { get; set; } = [];

    /// <summary>How often public flows may be called, and codes be sent.</summary>
    public RateLimitsOptions RateLimits { get; set; } = new();

    /// <summary>In <see cref="ExistenceErrors.Hidden"/> mode, the shortest time in which a public call answers that could tell who has an account; zero: no answer is held back.</summary>
    public TimeSpan AnswerFloor { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads a network in CIDR form, or an address as the network of itself.</summary>
    public static bool TryParseProxy(string? text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }

    /// <summary>Whether a text is an origin as browsers send it: scheme and host, nothing after; https unless loopback.</summary>
    public static bool IsOrigin(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).Equals(text, StringComparison.Ordinal);
}

/// <summary>Whether responses may reveal which accounts exist, and in what state they are.</summary>
public enum ExistenceErrors
{
    /// <summary>No response reveals it (ASVS 6.3.8).</summary>
    Hidden,

    /// <summary>Responses reveal it: for internal tools, and for names that are public anyway.</summary>
    Revealed,
}
