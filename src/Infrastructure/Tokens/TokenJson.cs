using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Reads a token's header or payload so that there is one way to read it: parsers differ over duplicate members, comments, depth and broken text,
/// and each difference is a way to show one token to this API and another to the next one (RFC 8725 section 2.4, <c>docs/cognito.md#verifying-tokens</c>).
/// </summary>
internal static class TokenJson
{
    /// <summary>Cognito's tokens have a depth of 2; claims of a trigger may nest a little.</summary>
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false };

    /// <summary>Decodes and parses one part.</summary>
    /// <param name="part">Base64url without padding.</param>
    /// <param name="buffer">Where the text is put; it must live as long as <paramref name="document"/>.</param>
    /// <param name="document">An object, to be disposed by the caller.</param>
    public static bool TryParse(ReadOnlySpan<char> part, Memory<byte> buffer, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;

        // The decoder refuses a last character with bits that stand for nothing: one text per value.
        if (Base64Url.DecodeFromChars(part, buffer.Span, out _, out var length) != OperationStatus.Done) return false;

        var json = buffer[..length];
        if (!Utf8.IsValid(json.Span)) return false;

        try
        {
            document = JsonDocument.Parse(json, Strict);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // A member's name with half a surrogate pair: it has no text.
            return false;
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object) return true;

        document.Dispose();
        document = null;
        return false;
    }

    /// <summary>The text of a string that is not empty. Half a surrogate pair is no text.</summary>
    public static bool TryGetText(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (element.ValueKind != JsonValueKind.String) return false;

        try
        {
            text = element.GetString();
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return text is { Length: > 0 };
    }
}
