namespace CognitoAuth.Application.Flows;

/// <summary>Derives the masked destination of a code from the request alone, in Cognito's form, so that the response is the same whether the account exists or not.</summary>
internal static class MaskedDelivery
{
    private const int ShownDigits = 4;

    /// <summary>From the <c>email</c> attribute; otherwise from the username, if it is an e-mail address or a phone number.</summary>
    public static CodeDelivery From(string username, IReadOnlyDictionary<string, string>? attributes = null) =>
        attributes?.GetValueOrDefault("email") is { Length: > 0 } email ? ToEmail(email)
        : username.Contains('@', StringComparison.Ordinal) ? ToEmail(username)
        : IsPhoneNumber(username) ? new CodeDelivery("SMS", $"+{new string('*', username.Length - 1 - ShownDigits)}{username[^ShownDigits..]}", "phone_number")
        : new CodeDelivery(null, null, null);

    private static CodeDelivery ToEmail(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return new CodeDelivery("EMAIL", at < 0 ? $"{First(address)}***" : $"{First(address[..at])}***@{First(address[(at + 1)..])}***", "email");
    }

    private static string First(string text) => text.Length == 0 ? "" : text[..(char.IsSurrogatePair(text, 0) ? 2 : 1)];

    // E.164: a plus and up to 15 digits.
    private static bool IsPhoneNumber(string text) => text.Length is > ShownDigits + 1 and <= 16 && text[0] == '+' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
