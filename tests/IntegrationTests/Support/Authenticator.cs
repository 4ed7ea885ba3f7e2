using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>An authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds) that knows only its QR code. It shares no code with the pool.</summary>
public sealed class Authenticator
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly byte[] _key;

    private Authenticator(byte[] key) => _key = key;

    /// <summary>Reads the QR code.</summary>
    public static Authenticator Scan(string otpauthUri)
    {
        var uri = new Uri(otpauthUri);
        uri.GetLeftPart(UriPartial.Authority).ShouldBe("otpauth://totp");
        var parameters = uri.Query.TrimStart('?').Split('&').Select(parameter => parameter.Split('=')).ToDictionary(parts => parts[0], parts => Uri.UnescapeDataString(parts[1]), StringComparer.Ordinal);
        // Other parameters would change the algorithm.
        parameters.Keys.ShouldBe(["secret", "issuer"], ignoreOrder: true);
        return new Authenticator(FromBase32(parameters["secret"]));
    }

    /// <summary>An app with the key.</summary>
    public static Authenticator With(ReadOnlySpan<byte> key) => new(key.ToArray());

    /// <summary>The code that the app shows at a time.</summary>
    public string Code(DateTimeOffset at)
    {
        var step = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(step, at.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(_key, step);
        var truncated = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & 0x7FFF_FFFF;
        return (truncated % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The code that the app shows now.</summary>
    public string Code() => Code(DateTimeOffset.UtcNow);

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.TrimEnd('=').Select(character => Convert.ToString(Base32.IndexOf(character, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }
}
