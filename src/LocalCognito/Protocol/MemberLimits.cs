using System.Text.RegularExpressions;

namespace CognitoAuth.LocalCognito.Protocol;

/// <summary>The constraints of one request member in the service model (<c>docs/cognito.md#field-limits</c>).</summary>
/// <param name="Min">The minimum length.</param>
/// <param name="Max">The maximum length.</param>
/// <param name="Pattern">The pattern that the whole value must match.</param>
/// <param name="IsSensitive">Whether Cognito omits the value from the error message.</param>
/// <param name="Values">The allowed values of an enumeration.</param>
internal sealed record MemberLimit(int Min, int Max, string? Pattern = null, bool IsSensitive = true, string[]? Values = null)
{
    // Linear-time matching, because tests send hostile values.
    private readonly Regex? _pattern = Pattern is null ? null : new Regex($@"\A(?:{Pattern})\z", RegexOptions.NonBacktracking);

    public IEnumerable<string> Violations(string value)
    {
        if (Values is not null && !Values.Contains(value, StringComparer.Ordinal)) yield return $"Member must satisfy enum value set: [{string.Join(", ", Values)}]";
        if (_pattern is not null && !_pattern.IsMatch(value)) yield return $"Member must satisfy regular expression pattern: {Pattern}";
        if (value.Length < Min) yield return $"Member must have length greater than or equal to {Min}";
        if (value.Length > Max) yield return $"Member must have length less than or equal to {Max}";
    }
}

/// <summary>The limits, one line per member name. A member has the same limits in every operation.</summary>
internal static class MemberLimits
{
    private const string NoSpaces = @"[\S]+";
    private const string Token = @"[A-Za-z0-9-_=.]+";

    private static readonly Dictionary<string, MemberLimit> ByName = new(StringComparer.Ordinal)
    {
        ["Username"] = new(1, 128, @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+"),
        ["Password"] = new(0, 256, @"^[\S]+.*[\S]+$"),
        ["PreviousPassword"] = new(0, 256, NoSpaces),
        ["ProposedPassword"] = new(0, 256, NoSpaces),
        ["TemporaryPassword"] = new(0, 256, NoSpaces),
        ["ConfirmationCode"] = new(1, 2048, NoSpaces, IsSensitive: false),
        ["Code"] = new(1, 2048, NoSpaces, IsSensitive: false),
        ["UserCode"] = new(6, 6, "[0-9]+"),
        ["FriendlyDeviceName"] = new(0, 131_072, IsSensitive: false),
        ["Session"] = new(20, 2048),
        ["ClientId"] = new(1, 128, @"[\w+]+"),
        ["ClientSecret"] = new(1, 64, @"[\w+]+"),
        ["Secret"] = new(1, 64, @"[\w+]+"),
        ["Scopes"] = new(1, 256, @"[\x21\x23-\x5B\x5D-\x7E]+", IsSensitive: false),
        ["SecretHash"] = new(1, 128, @"[\w+=/]+"),
        ["AccessToken"] = new(0, int.MaxValue, Token),
        ["RefreshToken"] = new(0, int.MaxValue, Token),
        ["Token"] = new(0, int.MaxValue, Token),
        ["DeviceName"] = new(1, 131_072, IsSensitive: false),
        ["DeviceRememberedStatus"] = Enumeration("remembered", "not_remembered"),
        ["DeviceKey"] = new(1, 55, @"[\w-]+_[0-9a-f-]+", IsSensitive: false),
        ["CredentialId"] = new(0, 131_072, IsSensitive: false),
        ["SessionId"] = new(1, 131_072, NoSpaces, IsSensitive: false),
        ["UserPoolId"] = new(1, 55, @"[\w-]+_[0-9a-zA-Z]+", IsSensitive: false),
        ["GroupName"] = new(1, 128, @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsSensitive: false),
        ["Description"] = new(0, 2048, IsSensitive: false),
        ["Name"] = new(1, 32, @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsSensitive: false),
        ["Value"] = new(0, 2048),
        ["AttributeName"] = new(1, 32, @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsSensitive: false),
        ["UserAttributeNames"] = new(1, 32, @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsSensitive: false),
        ["AttributesToGet"] = new(1, 32, @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsSensitive: false),
        ["Filter"] = new(0, 256, IsSensitive: false),
        ["PaginationToken"] = new(1, 131_072, NoSpaces, IsSensitive: false),
        ["NextToken"] = new(1, 131_072, NoSpaces, IsSensitive: false),
        ["MfaConfiguration"] = Enumeration("OFF", "ON", "OPTIONAL"),
        ["AuthFlow"] = Enumeration(
            "USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", "CUSTOM_AUTH", "ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH",
            "ADMIN_USER_PASSWORD_AUTH", "USER_AUTH"),
        ["ChallengeName"] = Enumeration(
        [
            "SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA", "SELECT_MFA_TYPE", "MFA_SETUP", "PASSWORD_VERIFIER", "CUSTOM_CHALLENGE", "SELECT_CHALLENGE",
            "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER", "ADMIN_NO_SRP_AUTH", "NEW_PASSWORD_REQUIRED", "SMS_OTP", "PASSWORD", "WEB_AUTHN", "PASSWORD_SRP",
            // Includes this pool's challenges that are not in the service model yet, so that a new challenge needs one file only.
            .. ChallengeTable.Names,
        ]),
        ["MessageAction"] = Enumeration("RESEND", "SUPPRESS"),
        ["DesiredDeliveryMediums"] = Enumeration("SMS", "EMAIL"),
        ["RevokeAssociatedSessions"] = Enumeration("NONE", "LINKED"),
    };

    public static MemberLimit? Of(string member) => ByName.GetValueOrDefault(member);

    private static MemberLimit Enumeration(params string[] values) => new(0, int.MaxValue, IsSensitive: false, Values: values);
}
