using System.Buffers;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>The three parts of a token in the compact serialization of RFC 7515, split and not yet decoded.</summary>
internal readonly ref struct CompactToken
{
    /// <summary>
    /// The longest token that is read, in characters. Cognito's access tokens have about 1,000; groups and claims of a trigger make them longer.
    /// The limit bounds the work that anyone can cause.
    /// </summary>
    public const int MaxLength = 16 * 1024;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private CompactToken(ReadOnlySpan<char> token, int firstDot, int lastDot)
    {
        Header = token[..firstDot];
        Payload = token[(firstDot + 1)..lastDot];
        Signature = token[(lastDot + 1)..];
        SigningInput = token[..lastDot];
    }

    /// <summary>The header's base64url text.</summary>
    public ReadOnlySpan<char> Header { get; }

    /// <summary>The payload's base64url text.</summary>
    public ReadOnlySpan<char> Payload { get; }

    /// <summary>The signature's base64url text.</summary>
    public ReadOnlySpan<char> Signature { get; }

    /// <summary>What was signed: header, dot, payload. ASCII only.</summary>
    public ReadOnlySpan<char> SigningInput { get; }

    /// <summary>Splits a token.</summary>
    /// <returns>Why the text is not a token, or <see langword="null"/>.</returns>
    public static string? Split(ReadOnlySpan<char> token, out CompactToken parts)
    {
        parts = default;
        if (token.Length > MaxLength) return "token is longer than 16 KiB";

        // Refuses padding and white space: the decoder would ignore both, and one signature would verify for many texts.
        if (token.ContainsAnyExcept(Alphabet)) return "token has a character outside base64url";

        var firstDot = token.IndexOf('.');
        var lastDot = token.LastIndexOf('.');
        if (firstDot == lastDot || token[(firstDot + 1)..lastDot].Contains('.')) return "token does not have three parts";

        parts = new(token, firstDot, lastDot);
        return null;
    }
}
