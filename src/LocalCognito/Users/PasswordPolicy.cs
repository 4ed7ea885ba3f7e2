using System.Security.Cryptography;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>The pool's password policy. It reports the first violated rule, with Cognito's message.</summary>
internal static class PasswordPolicy
{
    private const string Symbols = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

    /// <exception cref="CognitoException"><c>InvalidPasswordException</c>.</exception>
    public static void Check(this PasswordPolicyOptions policy, string password)
    {
        if (password.Length < policy.MinimumLength) throw CognitoException.InvalidPassword("Password not long enough");
        if (policy.RequireUppercase && !password.Any(char.IsAsciiLetterUpper)) throw CognitoException.InvalidPassword("Password must have uppercase characters");
        if (policy.RequireLowercase && !password.Any(char.IsAsciiLetterLower)) throw CognitoException.InvalidPassword("Password must have lowercase characters");
        if (policy.RequireNumbers && !password.Any(char.IsAsciiDigit)) throw CognitoException.InvalidPassword("Password must have numeric characters");
        // A space inside the password counts as a symbol.
        if (policy.RequireSymbols && !password.Any(character => character == ' ' || Symbols.Contains(character, StringComparison.Ordinal)))
        {
            throw CognitoException.InvalidPassword("Password must have symbol characters");
        }
    }

    /// <summary>A password that conforms to the policy, for users created without one.</summary>
    public static string Generate(this PasswordPolicyOptions policy) =>
        RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", Math.Max(policy.MinimumLength, 8))
        + RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 2)
        + RandomNumberGenerator.GetString("23456789", 2)
        + RandomNumberGenerator.GetString("!@#%&", 2);
}
