namespace CognitoAuth.Application.Flows;

/// <summary>
/// What a call that has a code sent counts against: the account it is for, and each address or number that it could go to, as far as the request tells. Both, since many accounts can have their
/// codes sent to one address, and one account can have them sent to many.
/// </summary>
internal static class CodeLimits
{
    /// <summary>Counts the codes of a signed-in user, by the <c>sub</c>.</summary>
    public const string Caller = "caller";

    private const string Account = "account";

    /// <summary>For a caller who names an account.</summary>
    public static IReadOnlyList<RateLimitKey> Of(RateLimitsOptions limits, string username, IReadOnlyDictionary<string, string>? attributes = null) =>
    [
        limits.CodesPerAccount.OfAccount(Account, username),
        .. Destinations(attributes?.GetValueOrDefault("email"), attributes?.GetValueOrDefault("phone_number"), IsAddress(username) ? username : null)
            .Select(limits.CodesPerAccount.OfDestination).Distinct(),
    ];

    /// <summary>For a signed-in user whose changes make the pool send codes; nothing where they do not.</summary>
    public static IReadOnlyList<RateLimitKey> Of(RateLimitsOptions limits, VerifiedToken caller, IReadOnlyDictionary<string, string?> changes) =>
        Destinations(changes.GetValueOrDefault("email"), changes.GetValueOrDefault("phone_number")).ToList() is { Count: > 0 } destinations
            ? [limits.CodesPerAccount.OfAccount(Caller, caller.Subject), .. destinations.Select(limits.CodesPerAccount.OfDestination)]
            : [];

    private static IEnumerable<string> Destinations(params IEnumerable<string?> candidates) => candidates.Where(candidate => !string.IsNullOrEmpty(candidate))!;

    // An e-mail address, or a phone number (E.164).
    private static bool IsAddress(string text) => text.Contains('@', StringComparison.Ordinal) || text.StartsWith('+');
}
