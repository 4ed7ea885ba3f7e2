using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Default values for tests in which the exact value does not matter.</summary>
internal static class TestData
{
    public const string SelfServiceScope = "aws.cognito.signin.user.admin";

    /// <summary>When the default token's user signed in.</summary>
    public static readonly DateTimeOffset SignInTime = new(2026, 1, 2, 3, 0, 0, TimeSpan.Zero);

    /// <summary>The errors that depend on the state of an account.</summary>
    public static TheoryData<string> AccountErrors { get; } = [.. AuthErrors.All.Select(error => error.Code).Where(code => !AccountIndependentCodes.Contains(code, StringComparer.Ordinal))];

    /// <summary>The errors that are the same for every account: outages, throttling, limits of ours and faults of the set-up (<c>docs/errors.md</c>).</summary>
    public static TheoryData<string> AccountIndependentErrors => [.. AccountIndependentCodes];

    private static string[] AccountIndependentCodes =>
    [
        "rate_limited", "blocked", "internal_error", "misconfigured", "not_enabled", "upstream_invalid", "upstream_unavailable", "upstream_throttled", "upstream_timeout", "outcome_unknown",
        "keys_unavailable", "revocation_unavailable",
    ];

    public static AuthError Error(string code) => AuthErrors.All.Single(error => error.Code == code);

    public static VerifiedToken Token(string subject = "sub-1", string? username = "jane", string? session = "session-1", string[]? groups = null, string[]? scopes = null) => new VerifiedToken
    {
        Subject = subject,
        Username = username,
        ClientId = "client-1",
        Groups = groups ?? [],
        Scopes = scopes ?? [SelfServiceScope],
        AuthTime = SignInTime,
        IssuedAt = SignInTime,
        ExpiresAt = SignInTime.AddHours(1),
        OriginJti = session,
        Session = default,
        SubjectId = default,
    }.WithIds();

    /// <summary>A valid token from a sign-in that is too old for sensitive changes.</summary>
    public static VerifiedToken OldToken() => (Token() with { AuthTime = SignInTime.AddHours(-1) }).WithIds();

    public static TokenSet Tokens(string accessToken = "access-1", string? refreshToken = null) =>
        new(new Secret(accessToken), new Secret("id-1"), refreshToken is null ? null : new Secret(refreshToken), "Bearer", 3600);

    public static UserProfile Profile(string username = "jane", string subject = "sub-1") =>
        new(username, new Dictionary<string, string>(StringComparer.Ordinal) { ["sub"] = subject, ["email"] = "jane@example.com" }, null, []);

    public static Device Device(string key = ValidRequests.DeviceKey) => new(key, "laptop", Remembered: true, "192.0.2.1", SignInTime, SignInTime, SignInTime);

    /// <summary>Texts that are not device keys, and that no address may accept as one.</summary>
    public static TheoryData<string> InvalidDeviceKeys => ["any", "us-east-1", "us-east-1_", "_../..", "us-east-1_%2e%2e", "us-east-1_a/b", "us-east-1_a%2Fb", "us-east-1_ABC", "us-east-1_a b", "us-east-1_a\n", "us-east-1_\0", $"us-east-1_{new string('a', 46)}"];

    public static IReadOnlyDictionary<string, string> Map(params (string Key, string Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> MapOf(int entries) => Enumerable.Range(0, entries).ToDictionary(index => $"key{index}", _ => "value", StringComparer.Ordinal);
}
