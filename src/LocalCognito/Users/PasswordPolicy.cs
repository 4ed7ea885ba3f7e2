using System.Security.Cryptography;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>The pool's password policy; the first unmet rule is told, in Cognito's words.</summary>
internal static class PasswordPolicy
{
    private const string Symbols = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";

    /// <exception cref="CognitoException"><c>InvalidPasswordException</c>.</exception>
    public static void Check(this PasswordPolicyOptions policy, string password)
    {
        if (password.Length < policy.MinimumLength)
            throw CognitoException.InvalidPassword("Password not long enough");
        if (policy.RequireUppercase && !password.Any(char.IsAsciiLetterUpper))
            throw CognitoException.InvalidPassword("Password must have uppercase characters");
        if (policy.RequireLowercase && !password.Any(char.IsAsciiLetterLower))
            throw CognitoException.InvalidPassword("Password must have lowercase characters");
        if (policy.RequireNumbers && !password.Any(char.IsAsciiDigit))
            throw CognitoException.InvalidPassword("Password must have numeric characters");
        // A space between other characters counts as a symbol.
        if (policy.RequireSymbols && !password.Any(character => character == ' ' || Symbols.Contains(character, StringComparison.Ordinal)))
            throw CognitoException.InvalidPassword("Password must have symbol characters");
    }

    /// <summary>A password that conforms, for users made without one.</summary>
    public static string Generate(this PasswordPolicyOptions policy) =>
        RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", Math.Max(policy.MinimumLength, 8))
        + RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 2)
        + RandomNumberGenerator.GetString("23456789", 2)
        + RandomNumberGenerator.GetString("!@#%&", 2);
}
