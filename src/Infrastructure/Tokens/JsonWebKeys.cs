using System.Buffers.Text;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Reads a JSON Web Key Set (RFC 7517 section 5).</summary>
internal static class JsonWebKeys
{
    /// <summary>Reads the keys that may sign access tokens, by <c>kid</c>. Other keys (other kinds, uses or algorithms, too short, without <c>kid</c>) are left out: they may be there for others.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="FormatException">It is not a key set, holds no key that can be used, or two of one <c>kid</c>.</exception>
    public static FrozenDictionary<string, SigningKey> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
        if (document.RootElement.ValueKind != JsonValueKind.Object ||
            !document.RootElement.TryGetProperty("keys", out var members) ||
            members.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("The response is not a JSON Web Key Set.");
        }

        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateArray())
        {
            if (TryRead(member, out var keyId, out var key) && !keys.TryAdd(keyId, key)) throw new FormatException("The key set holds two keys with one kid.");
        }

        return keys.Count > 0 ? keys.ToFrozenDictionary(StringComparer.Ordinal) : throw new FormatException("The key set holds no RS256 key.");
    }

    private static bool TryRead(JsonElement member, [NotNullWhen(true)] out string? keyId, [NotNullWhen(true)] out SigningKey? key)
    {
        (keyId, key) = (null, null);
        if (member.ValueKind != JsonValueKind.Object ||
            !Is(member, "kty"u8, "RSA"u8, required: true) ||
            !Is(member, "use"u8, "sig"u8, required: false) ||
            !Is(member, "alg"u8, "RS256"u8, required: false) ||
            !member.TryGetProperty("kid"u8, out var id) || !TokenJson.TryGetText(id, out keyId) ||
            !TryGetBytes(member, "n"u8, out var modulus) ||
            !TryGetBytes(member, "e"u8, out var exponent) ||
            !IsSound(exponent))
        {
            return false;
        }

        // Leading zero bytes are not counted as strength.
        modulus = modulus.AsSpan().TrimStart((byte)0).ToArray();
        if (modulus.Length is < SigningKey.MinKeySize / 8 or > SigningKey.MaxKeySize / 8 || modulus[0] < 0x80) return false;

        try
        {
            key = new SigningKey(keyId, new() { Modulus = modulus, Exponent = exponent });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool Is(JsonElement member, ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected, bool required) =>
        member.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String && value.ValueEquals(expected) : !required;

    private static bool TryGetBytes(JsonElement member, ReadOnlySpan<byte> name, out byte[] bytes)
    {
        bytes = [];
        if (!member.TryGetProperty(name, out var value) || !TokenJson.TryGetText(value, out var text) || !Base64Url.IsValid(text)) return false;

        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }

    /// <summary>Odd and at least 65537 (FIPS 186-5, appendix A.1.1), which is what Cognito uses. With an exponent of 1 anyone could make signatures.</summary>
    private static bool IsSound(ReadOnlySpan<byte> exponent)
    {
        if (exponent.Length is 0 or > 4) return false;

        var value = 0u;
        foreach (var part in exponent) value = (value << 8) | part;

        return value >= 65537 && (value & 1) == 1;
    }
}
