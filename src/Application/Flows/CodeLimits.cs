namespace CognitoAuth.Application.Flows;

/// <summary>
/// The counters of a call that sends a code: the account, and each address or number in the request that the code could go to. Both, since many accounts can send their codes to one address, and one
/// account can send codes to many addresses.
/// </summary>
internal static class CodeLimits
{
    /// <summary>The counter of a signed-in user's codes, by <c>sub</c>.</summary>
    public const string Caller = "caller";

    private const string Account = "account";

    /// <summary>For a public call that names an account.</summary>
    public static IReadOnlyList<RateLimitKey> Of(RateLimitsOptions limits, string username, IReadOnlyDictionary<string, string>? attributes = null) =>
    [
        limits.CodesPerAccount.OfAccount(Account, username),
        .. Destinations(attributes?.GetValueOrDefault("email"), attributes?.GetValueOrDefault("phone_number"), IsAddress(username) ? username : null)
            .Select(limits.CodesPerAccount.OfDestination).Distinct(),
    ];

    /// <summary>For a signed-in user whose changes cause codes to be sent; empty if they cause none.</summary>
    public static IReadOnlyList<RateLimitKey> Of(RateLimitsOptions limits, VerifiedToken caller, IReadOnlyDictionary<string, string?> changes) =>
        Destinations(changes.GetValueOrDefault("email"), changes.GetValueOrDefault("phone_number")).ToList() is { Count: > 0 } destinations
            ? [limits.CodesPerAccount.OfAccount(Caller, caller.Subject), .. destinations.Select(limits.CodesPerAccount.OfDestination)]
            : [];

    private static IEnumerable<string> Destinations(params IEnumerable<string?> candidates) => candidates.Where(candidate => !string.IsNullOrEmpty(candidate))!;

    // An e-mail address, or a phone number (E.164).
    private static bool IsAddress(string text) => text.Contains('@', StringComparison.Ordinal) || text.StartsWith('+');
}
