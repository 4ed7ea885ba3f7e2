using System.Globalization;
using System.Text;
using FluentValidation.Results;

namespace CognitoAuth.Application.Flows;

/// <summary>Validation rules for all flows: Cognito's own limits (<c>docs/cognito.md#field-limits</c>), so that an error names the member that Cognito would refuse.</summary>
public static class Rules
{
    private const int MaximumMetadataEntries = 20;
    private const int MaximumTokenLength = 16 * 1024;

    // A user who sets these could take over an account or skip a verification (OWASP API3, ASVS 15.3.3).
    private static readonly string[] ReservedAttributes = ["sub", "identities", "email_verified", "phone_number_verified"];

    /// <summary>1 to 128 letters, marks, symbols, numbers and punctuation; no spaces.</summary>
    /// <remarks>Patterns end in <c>\z</c>, since <c>$</c> also matches before a trailing line feed.</remarks>
    public static IRuleBuilderOptions<T, string> Username<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("A username is required.")
        .MaximumLength(128).WithMessage("It must have at most 128 characters.")
        .Must(username => username.EnumerateRunes().All(IsVisible)).WithMessage("It must not have spaces or control characters.");

    /// <summary>A password that a user types to sign in: not empty, and at most as long as Cognito allows.</summary>
    public static IRuleBuilderOptions<T, Secret> TypedPassword<T>(this IRuleBuilder<T, Secret> rule) => rule
        .SetValidator(new SecretLength<T>(min: 1)).WithMessage("A password is required.")
        .SetValidator(new SecretLength<T>(max: PasswordPolicy.MaximumLength)).WithMessage($"It must have at most {PasswordPolicy.MaximumLength} characters.");

    /// <summary>A password that a user chooses: one failure for each unmet rule of the pool's policy.</summary>
    public static IRuleBuilderOptionsConditions<T, Secret> ChosenPassword<T>(this IRuleBuilder<T, Secret> rule, PasswordPolicy policy) => rule.Custom((password, context) =>
    {
        if (password.IsEmpty)
        {
            context.AddFailure("A password is required.");
            return;
        }

        foreach (var unmet in policy.UnmetRules(password))
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, unmet) { ErrorCode = AuthErrors.InvalidPassword.Code });
        }
    });

    /// <summary>1 to 2,048 characters that are not spaces.</summary>
    public static IRuleBuilderOptions<T, Secret> Code<T>(this IRuleBuilder<T, Secret> rule) => rule
        .SetValidator(new SecretLength<T>(min: 1)).WithMessage("A code is required.")
        .SetValidator(new SecretLength<T>(max: 2048)).WithMessage("It must have at most 2,048 characters.")
        .SetValidator(new SecretPattern<T>(@"^\S*\z")).WithMessage("It must not have spaces.");

    /// <summary>A code from an authenticator (TOTP): 6 digits.</summary>
    public static IRuleBuilderOptions<T, Secret> TotpCode<T>(this IRuleBuilder<T, Secret> rule) => rule
        .SetValidator(new SecretPattern<T>(@"^[0-9]{6}\z")).WithMessage("It must have 6 digits.");

    /// <summary>The user's name for a device or authenticator, if sent.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalDeviceName<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(256).WithMessage("It must have at most 256 characters.");

    /// <summary>A challenge session.</summary>
    public static IRuleBuilderOptions<T, Secret> Session<T>(this IRuleBuilder<T, Secret> rule) => rule
        .SetValidator(new SecretLength<T>(ChallengeSession.MinimumLength, ChallengeSession.MaximumLength)).WithMessage("It must be a session from an earlier response.");

    /// <summary>A challenge session, if sent.</summary>
    public static IRuleBuilderOptions<T, Secret?> OptionalSession<T>(this IRuleBuilder<T, Secret?> rule) => Session(rule!)!;

    /// <summary>A refresh token: up to 16,384 characters that a token can have.</summary>
    public static IRuleBuilderOptions<T, Secret> RefreshToken<T>(this IRuleBuilder<T, Secret> rule) => rule
        .SetValidator(new SecretPattern<T>(@"^[A-Za-z0-9_=.-]{1,16384}\z")).WithMessage("It must be a token.");

    /// <summary>A refresh token, if sent.</summary>
    public static IRuleBuilderOptions<T, Secret?> OptionalRefreshToken<T>(this IRuleBuilder<T, Secret?> rule) => RefreshToken(rule!)!;

    /// <summary>The key of a remembered device, if sent.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalDeviceKey<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(55).WithMessage("It must have at most 55 characters.")
        .Matches(@"^[\w-]+_[0-9a-f-]+\z").WithMessage("It must be a device key.");

    /// <summary>The key of a device, required.</summary>
    public static IRuleBuilderOptions<T, string?> DeviceKey<T>(this IRuleBuilder<T, string?> rule) => rule.NotEmpty().WithMessage("A device key is required.").OptionalDeviceKey();

    /// <summary>The position in a list, if sent: Cognito's own text, without spaces.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalNextToken<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(token => token is null || (token.Length is > 0 and <= MaximumTokenLength && !token.Any(char.IsWhiteSpace))).WithMessage("It must be the nextToken from an earlier response.");

    /// <summary>A number in Base64 of the lengths that SRP uses. White space, which .NET accepts, is refused.</summary>
    public static IRuleBuilderOptions<T, Secret?> Base64<T>(this IRuleBuilder<T, Secret?> rule) => rule
        .Must(value => value?.Reveal() is { Length: > 0 and <= 1_024 } text && System.Buffers.Text.Base64.IsValid(text) && !text.Any(char.IsWhiteSpace))
        .WithMessage("It must be a number in Base64.");

    /// <summary>At most 20 entries for Cognito's triggers.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyDictionary<string, string>?> Metadata<T>(this IRuleBuilder<T, IReadOnlyDictionary<string, string>?> rule) => rule
        .SetValidator(new EntryCount<T>(MaximumMetadataEntries)).WithMessage($"It must have at most {MaximumMetadataEntries} entries.")
        .Must(map => map is null || map.Values.All(value => value is not null)).WithMessage("Its values must be strings.");

    /// <summary>User attributes that the caller may set, in Cognito's sizes.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyDictionary<string, string>?> Attributes<T>(this IRuleBuilder<T, IReadOnlyDictionary<string, string>?> rule, SecurityOptions security) =>
        rule.Custom((attributes, context) =>
        {
            foreach (var (name, value) in attributes ?? new Dictionary<string, string>(StringComparer.Ordinal)) Check(name, value, security, context);
        });

    /// <summary>At least one change to user attributes that the caller may set; <see langword="null"/> removes one.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyDictionary<string, string?>> AttributeChanges<T>(this IRuleBuilder<T, IReadOnlyDictionary<string, string?>> rule, SecurityOptions security) =>
        rule.NotEmpty().WithMessage("At least one attribute is required.").Custom((changes, context) =>
        {
            foreach (var (name, value) in changes) Check(name, value ?? "", security, context);
        });

    private static void Check<T>(string name, string? value, SecurityOptions security, ValidationContext<T> context)
    {
        var path = $"{context.PropertyPath}.{name}";
        if (name.Length is 0 or > 32) context.AddFailure(path, "An attribute's name must have 1 to 32 characters.");
        else if (!MayWrite(name, security)) context.AddFailure(path, "This attribute cannot be set.");
        if (value is null or { Length: > 2048 }) context.AddFailure(path, "It must be a string of at most 2,048 characters.");
    }

    // Letters, marks, symbols, numbers and punctuation. By rune, since a regular expression sees an emoji as two characters.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool MayWrite(string name, SecurityOptions security) =>
        !ReservedAttributes.Contains(name, StringComparer.OrdinalIgnoreCase)
        && (!name.Contains(':', StringComparison.Ordinal) || security.WritableAttributes.Contains(name, StringComparer.Ordinal));
}
