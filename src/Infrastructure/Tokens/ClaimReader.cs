using System.Text;
using System.Text.Json;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Reads claims of exact types, and remembers the first that has another type. Nothing is converted: an array as <c>client_id</c> is two clients to one reader and the first of them to another
/// (<c>docs/cognito.md#verifying-tokens</c>). Names are UTF-8, as in the document. After a refusal, the values have no meaning.
/// </summary>
internal sealed class ClaimReader(JsonElement payload)
{
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Why the payload is refused, or <see langword="null"/>.</summary>
    public string? Refusal { get; private set; }

    /// <summary>A string with text.</summary>
    public string Text(ReadOnlySpan<byte> name) => OptionalText(name) ?? Missing<string>(name) ?? "";

    /// <summary>A string with text, or no such claim. A <see langword="null"/> is a claim of another type.</summary>
    public string? OptionalText(ReadOnlySpan<byte> name)
    {
        if (!payload.TryGetProperty(name, out var claim)) return null;

        return TokenJson.TryGetText(claim, out var text) ? text : Refuse<string>(name, "is not a string with text");
    }

    /// <summary>Whole seconds since 1970.</summary>
    public DateTimeOffset Time(ReadOnlySpan<byte> name) => OptionalTime(name) ?? Missing<DateTimeOffset>(name);

    /// <summary>Whole seconds since 1970, or no such claim. A fraction or an exponent is not how Cognito writes a time, and readers round them differently.</summary>
    public DateTimeOffset? OptionalTime(ReadOnlySpan<byte> name)
    {
        if (!payload.TryGetProperty(name, out var claim)) return null;

        if (claim.ValueKind != JsonValueKind.Number || !claim.TryGetInt64(out var seconds)) return Refuse<DateTimeOffset>(name, "is not an integer");

        return seconds >= 0 && seconds <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : Refuse<DateTimeOffset>(name, "is out of range");
    }

    /// <summary>An array of strings with text; empty where there is no such claim.</summary>
    public IReadOnlyList<string> OptionalTexts(ReadOnlySpan<byte> name)
    {
        if (!payload.TryGetProperty(name, out var claim)) return [];

        if (claim.ValueKind != JsonValueKind.Array) return Refuse<IReadOnlyList<string>>(name, "is not an array of strings") ?? [];

        var texts = new string[claim.GetArrayLength()];
        var index = 0;
        foreach (var element in claim.EnumerateArray())
        {
            if (!TokenJson.TryGetText(element, out var text)) return Refuse<IReadOnlyList<string>>(name, "is not an array of strings") ?? [];

            texts[index++] = text;
        }

        return texts;
    }

    private T? Missing<T>(ReadOnlySpan<byte> name) => Refuse<T>(name, "is missing");

    private T? Refuse<T>(ReadOnlySpan<byte> name, string reason)
    {
        Refusal ??= $"{Encoding.UTF8.GetString(name)} {reason}";
        return default;
    }
}
