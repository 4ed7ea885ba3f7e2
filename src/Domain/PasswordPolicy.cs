namespace CognitoAuth.Domain;

/// <summary>The user pool's password policy, so that a weak password is refused before the call to Cognito, in the same way for every account.</summary>
public sealed record PasswordPolicy
{
    /// <summary>Cognito's own upper bound, in characters.</summary>
    public const int MaximumLength = 256;

    // The characters that Cognito counts as symbols.
    private const string Symbols = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

    /// <summary>In characters, 6 to 99; 8 by default.</summary>
    public int MinimumLength { get; init; } = 8;

    /// <summary>Whether an upper-case Latin letter is needed.</summary>
    public bool RequireUppercase { get; init; } = true;

    /// <summary>Whether a lower-case Latin letter is needed.</summary>
    public bool RequireLowercase { get; init; } = true;

    /// <summary>Whether a digit is needed.</summary>
    public bool RequireDigit { get; init; } = true;

    /// <summary>Whether a symbol is needed.</summary>
    public bool RequireSymbol { get; init; } = true;

    /// <summary>One sentence for each rule that the password does not meet.</summary>
    public IEnumerable<string> UnmetRules(Secret password)
    {
        var value = password.Reveal();
        if (value.Length < MinimumLength) yield return $"It must have at least {MinimumLength} characters.";
        if (value.Length > MaximumLength) yield return $"It must have at most {MaximumLength} characters.";
        if (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))) yield return "It must not begin or end with a space.";
        if (RequireUppercase && !value.Any(char.IsAsciiLetterUpper)) yield return "It must have an upper-case letter.";
        if (RequireLowercase && !value.Any(char.IsAsciiLetterLower)) yield return "It must have a lower-case letter.";
        if (RequireDigit && !value.Any(char.IsAsciiDigit)) yield return "It must have a digit.";
        if (RequireSymbol && !value.Any(Symbols.Contains)) yield return "It must have a symbol.";
    }
}
