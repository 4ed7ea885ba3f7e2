using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CognitoAuth.Tests.Shared;

/// <summary>
/// The client's half of Cognito's SRP, written from the formulas over hex strings. It shares no code with the pool's half.
/// The prime is computed from its definition (RFC 3526, 5).
/// </summary>
internal sealed class SrpClient
{
    private static readonly BigInteger N = BigInteger.Pow(2, 3072) - BigInteger.Pow(2, 3008) - 1 + (BigInteger.Pow(2, 64) * ((Pi(2942) + 1_690_314)));

    private readonly BigInteger _a = new(RandomNumberGenerator.GetBytes(128), isUnsigned: true);

    public BigInteger PublicValue => BigInteger.ModPow(2, _a, N);

    public static string Prime => Hex(N);

    /// <summary><c>SRP_A</c>.</summary>
    public string A => Hex(PublicValue);

    /// <summary>The answer to <c>PASSWORD_VERIFIER</c>, without the user name.</summary>
    public (string Name, string Value)[] Prove(JsonElement challenge, string poolId, string password, DateTimeOffset now) =>
        Prove(challenge, poolId, password, Timestamp(now));

    public (string Name, string Value)[] Prove(JsonElement challenge, string poolId, string password, string timestamp)
    {
        var parameters = challenge.GetProperty("ChallengeParameters");
        return Prove(parameters, poolId.Split('_')[1], parameters.GetProperty("USER_ID_FOR_SRP").GetString()!, password, timestamp);
    }

    /// <summary>The answer to a challenge's parameters.</summary>
    /// <param name="parameters"><c>ChallengeParameters</c>.</param>
    /// <param name="poolName">The pool's name; for a device, its group key.</param>
    /// <param name="userId">The user's id; for a device, its key.</param>
    /// <param name="password">The password of the user or of the device.</param>
    /// <param name="timestamp">The signed time.</param>
    public (string Name, string Value)[] Prove(JsonElement parameters, string poolName, string userId, string password, string timestamp)
    {
        string Parameter(string name) => parameters.GetProperty(name).GetString()!;
        var b = Number(Parameter("SRP_B"));
        var u = HexHash(PadHex(A) + PadHex(Hex(b)));
        var x = Exponent(Parameter("SALT"), poolName, userId, password);
        var k = HexHash(PadHex(Hex(N)) + PadHex("2"));
        var difference = (b - (k * BigInteger.ModPow(2, x, N))) % N;
        var s = BigInteger.ModPow(difference.Sign < 0 ? difference + N : difference, _a + (u * x), N);
        var extracted = HMACSHA256.HashData(Convert.FromHexString(PadHex(Hex(u))), Convert.FromHexString(PadHex(Hex(s))));
        var key = HMACSHA256.HashData(extracted, Encoding.Latin1.GetBytes("Caldera Derived Key\u0001")).Take(16).ToArray();
        var message = Encoding.UTF8.GetBytes(poolName + userId).Concat(Convert.FromBase64String(Parameter("SECRET_BLOCK"))).Concat(Encoding.UTF8.GetBytes(timestamp)).ToArray();
        return
        [
            ("PASSWORD_CLAIM_SIGNATURE", Convert.ToBase64String(HMACSHA256.HashData(key, message))),
            ("PASSWORD_CLAIM_SECRET_BLOCK", Parameter("SECRET_BLOCK")),
            ("TIMESTAMP", timestamp),
        ];
    }

    /// <summary>What a device sends when it is confirmed, in Base64: its salt and g^x.</summary>
    public static (string Salt, string PasswordVerifier) Verifier(string groupKey, string deviceKey, string password)
    {
        var salt = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var value = BigInteger.ModPow(2, Exponent(salt, groupKey, deviceKey, password), N);
        string Base64(string hex) => Convert.ToBase64String(Convert.FromHexString(PadHex(hex)));
        return (Base64(salt), Base64(Hex(value)));
    }

    public static string Timestamp(DateTimeOffset now) => now.UtcDateTime.ToString("ddd MMM d HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);

    private static BigInteger Exponent(string salt, string poolName, string userId, string password) =>
        HexHash(PadHex(salt) + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{poolName}{userId}:{password}"))));

    private static string PadHex(string hex)
    {
        var even = hex.Length % 2 == 0 ? hex : "0" + hex;
        return "89abcdefABCDEF".Contains(even[0], StringComparison.Ordinal) ? "00" + even : even;
    }

    private static BigInteger HexHash(string hex) => Number(Convert.ToHexString(SHA256.HashData(Convert.FromHexString(hex))));

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string Hex(BigInteger number) => number.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');

    // The two bits of pi before the point and the given number of bits after it, by Machin's formula with a few extra bits for rounding.
    private static BigInteger Pi(int bits)
    {
        const int Spare = 64;
        var one = BigInteger.One << (bits + Spare);
        return (4 * ((4 * ArcTangentOfInverse(5, one)) - ArcTangentOfInverse(239, one))) >> Spare;
    }

    private static BigInteger ArcTangentOfInverse(int x, BigInteger one)
    {
        var (sum, term) = (one / x, one / x);
        for (var n = 3; !term.IsZero; n += 2)
        {
            term /= -x * x;
            sum += term / n;
        }

        return sum;
    }
}
