using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Infrastructure.Cognito.Gateway.Srp;

/// <summary>
/// The client's part of Cognito's SRP (<c>docs/cognito.md#srp</c>): SHA-256, hexadecimal with a leading zero byte where the top bit is set, and a key of 16 bytes from HKDF's two steps with the info
/// <c>Caldera Derived Key</c>.
/// </summary>
/// <param name="userPoolId">The pool; the part after the underscore is hashed with the password.</param>
/// <param name="privateValue">The secret exponent a; random unless a test sets it.</param>
internal sealed class SrpClient(string userPoolId, BigInteger? privateValue = null)
{
    private static readonly SrpGroup Group = SrpGroup.Cognito;
    private static readonly BigInteger Multiplier = Number(SHA256.HashData([.. Pad(Group.Modulus), .. Pad(Group.Generator)]));
    private static readonly byte[] KeyInfo = [.. "Caldera Derived Key"u8, 1];

    private readonly string _poolName = userPoolId[(userPoolId.IndexOf('_', StringComparison.Ordinal) + 1)..];
    private readonly BigInteger _privateValue = privateValue ?? SrpGroup.NewPrivateValue();

    /// <summary><c>SRP_A</c> in hexadecimal.</summary>
    public string PublicValue => Hex(Group.PublicValue(_privateValue));

    /// <summary>Answers a <c>PASSWORD_VERIFIER</c>.</summary>
    /// <param name="userId"><c>USER_ID_FOR_SRP</c>.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="challenge">Cognito's <c>ChallengeParameters</c>: <c>SALT</c>, <c>SRP_B</c>, <c>SECRET_BLOCK</c>.</param>
    /// <param name="now">The time, which is part of the proof; Cognito accepts it for some minutes.</param>
    /// <returns>The answer; <see langword="null"/> for a challenge that is incomplete, or that would reveal the secret.</returns>
    public ChallengeAnswer.SrpProof? Prove(string userId, Secret password, IReadOnlyDictionary<string, string> challenge, DateTimeOffset now)
    {
        if (!TryNumber(challenge.GetValueOrDefault("SALT"), out var salt) || !TryNumber(challenge.GetValueOrDefault("SRP_B"), out var serverPublicValue)) return null;
        if (challenge.GetValueOrDefault("SECRET_BLOCK") is not { } block || !TryBase64(block, out var secretBlock) || !Group.IsSafe(serverPublicValue)) return null;

        var scrambler = Number(SHA256.HashData([.. Pad(Group.PublicValue(_privateValue)), .. Pad(serverPublicValue)]));
        if (scrambler.IsZero) return null;

        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{_poolName}{userId}:{password.Reveal()}"));
        var privateKey = Number(SHA256.HashData([.. Pad(salt), .. identity]));
        var premaster = Group.ClientSecret(serverPublicValue, Multiplier, privateKey, _privateValue, scrambler);
        var key = HMACSHA256.HashData(HMACSHA256.HashData(Pad(scrambler), Pad(premaster)), KeyInfo)[..16];

        var timestamp = Timestamp(now);
        byte[] message = [.. Encoding.UTF8.GetBytes(_poolName), .. Encoding.UTF8.GetBytes(userId), .. secretBlock, .. Encoding.UTF8.GetBytes(timestamp)];
        return new ChallengeAnswer.SrpProof(new Secret(Convert.ToBase64String(HMACSHA256.HashData(key, message))), new Secret(block), timestamp);
    }

    /// <summary><c>Fri Jan 2 03:04:05 UTC 2026</c>: the day without a leading zero.</summary>
    internal static string Timestamp(DateTimeOffset now) => now.UtcDateTime.ToString("ddd MMM d HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);

    // Cognito hashes numbers as Java's BigInteger writes them: big-endian, with a leading zero byte if the top bit is set, which would be read as a sign.
    private static byte[] Pad(BigInteger number) => number.ToByteArray(isUnsigned: false, isBigEndian: true);

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static string Hex(BigInteger number) => Convert.ToHexStringLower(number.ToByteArray(isUnsigned: true, isBigEndian: true));

    private static bool TryNumber(string? hex, out BigInteger number) => BigInteger.TryParse($"0{hex}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number) && hex is { Length: > 0 };

    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var done = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return done;
    }
}
