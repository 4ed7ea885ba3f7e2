using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Codes;

/// <summary>Codes of authenticator apps (RFC 6238): SHA-1, six digits, a new code every 30 seconds. Public for tests that act as the app.</summary>
public static class Totp
{
    private const int SecondsPerStep = 30;
    private const int SecretBytes = 32;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code that an app with this secret shows at a time.</summary>
    /// <param name="secret">The secret in Base32, as <c>AssociateSoftwareToken</c> returns it.</param>
    /// <param name="at">The time.</param>
    public static string Code(string secret, DateTimeOffset at) => CodeOfStep(Decode(secret), Step(at));

    /// <summary>The newest step, of the current one and its neighbors, that has this code; null when none has. The newest, so that a code is never accepted twice.</summary>
    internal static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var key = Decode(secret);
        var given = Encoding.UTF8.GetBytes(code);
        for (var step = Step(now) + 1; step >= Step(now) - 1; step--)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeOfStep(key, step)))) return step;
        }

        return null;
    }

    /// <summary>A new secret: 52 characters, like Cognito's.</summary>
    internal static string NewSecret()
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var octet in RandomNumberGenerator.GetBytes(SecretBytes))
        {
            buffer = (buffer << 8) | octet;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        // 256 bits leave a remainder of one bit.
        return text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString();
    }

    private static long Step(DateTimeOffset at) => at.ToUnixTimeSeconds() / SecondsPerStep;

    private static string CodeOfStep(byte[] key, long step)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, message, hash);
        // Dynamic truncation (RFC 4226, 5.3).
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        List<byte> octets = [];
        var (buffer, bits) = (0, 0);
        foreach (var character in secret)
        {
            var value = Alphabet.IndexOf(character, StringComparison.OrdinalIgnoreCase);
            if (value < 0) throw new FormatException("Not a Base32 secret.");
            buffer = ((buffer << 5) | value) & 0xFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            octets.Add((byte)(buffer >> bits));
        }

        return [.. octets];
    }
}
