namespace CognitoAuth.Application.Pipeline.RateLimits;

/// <summary>This API's own limits: configuration section <c>Security:RateLimits</c>, each <c>{ "Permits", "Window" }</c> (ASVS 2.4.1, 6.3.1, 6.6.3; OWASP API2, API4, API6).</summary>
public sealed class RateLimitsOptions
{
    /// <summary>Calls of public flows by one client: an IPv4 address, or the first 64 bits of an IPv6 address.</summary>
    public RateLimit PerClient { get; set; } = new(nameof(PerClient)) { Permits = 300, Window = TimeSpan.FromMinutes(1) };

    /// <summary>Attempts on one account, from any client and whether it exists or not: sign-ins and their challenge answers. Sign-up confirmations and password resets have counters of their own.</summary>
    public RateLimit SignInPerAccount { get; set; } = new(nameof(SignInPerAccount)) { Permits = 20, Window = TimeSpan.FromMinutes(5) };

    /// <summary>Codes sent for one account, and codes sent to one address or number: messages cost money and annoy.</summary>
    public RateLimit CodesPerAccount { get; set; } = new(nameof(CodesPerAccount)) { Permits = 10, Window = TimeSpan.FromHours(1) };

    /// <summary>Answers to one challenge session. Permits do not return during the session: Cognito's sessions last 3 to 15 minutes.</summary>
    public RateLimit AttemptsPerSession { get; set; } = new(nameof(AttemptsPerSession), refillsEvenly: false) { Permits = 5, Window = TimeSpan.FromMinutes(15) };

    /// <summary>Every limit, so that the validator misses none.</summary>
    internal IEnumerable<RateLimit> All => typeof(RateLimitsOptions).GetProperties().Where(property => property.PropertyType == typeof(RateLimit)).Select(property => (RateLimit)property.GetValue(this)!);
}
