using System.Security.Cryptography;

namespace CognitoAuth.LocalCognito.Codes;

/// <summary>The purpose of a code.</summary>
internal enum CodePurpose
{
    SignUp,
    ForgotPassword,
    VerifyEmail,
    VerifyPhoneNumber,
}

/// <summary>A sent code, and the attribute that it was sent to.</summary>
internal sealed record ConfirmationCode(string Value, string AttributeName, DateTimeOffset ExpiresAt);

/// <summary>The codes of one user: at most one per purpose. A new code replaces the old one.</summary>
internal sealed class ConfirmationCodes
{
    private readonly Dictionary<CodePurpose, ConfirmationCode> _codes = [];

    public ConfirmationCode Issue(CodePurpose purpose, string attributeName, DateTimeOffset now)
    {
        var code = new ConfirmationCode(RandomNumberGenerator.GetString("0123456789", 6), attributeName, now + Lifetime(purpose));
        _codes[purpose] = code;
        return code;
    }

    /// <exception cref="CognitoException"><c>ExpiredCodeException</c> when there is no valid code; <c>CodeMismatchException</c> when the code is wrong.</exception>
    public ConfirmationCode Check(CodePurpose purpose, string value, DateTimeOffset now)
    {
        if (!_codes.TryGetValue(purpose, out var code) || now >= code.ExpiresAt) throw CognitoException.ExpiredCode();
        if (!string.Equals(code.Value, value, StringComparison.Ordinal)) throw CognitoException.CodeMismatch();
        return code;
    }

    public void Spend(CodePurpose purpose) => _codes.Remove(purpose);

    private static TimeSpan Lifetime(CodePurpose purpose) => purpose switch
    {
        CodePurpose.SignUp => TimeSpan.FromHours(24),
        CodePurpose.ForgotPassword => TimeSpan.FromHours(1),
        CodePurpose.VerifyEmail or CodePurpose.VerifyPhoneNumber => TimeSpan.FromHours(24),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
