using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Srp;

/// <summary>What the pool keeps of a password for SRP: x = H(salt, H(pool name + user + ":" + password)), and v = g^x when it is needed.</summary>
internal sealed class SrpVerifier
{
    private const int SaltBytes = 16;

    private readonly BigInteger _salt;
    private readonly BigInteger _exponent;
    private BigInteger? _value;

    public SrpVerifier(string poolName, string username, string password)
    {
        _salt = SrpGroup.FromBytes(RandomNumberGenerator.GetBytes(SaltBytes));
        _exponent = SrpGroup.Hash(SrpGroup.Pad(_salt), SHA256.HashData(Encoding.UTF8.GetBytes($"{poolName}{username}:{password}")));
    }

    private SrpVerifier(BigInteger salt, BigInteger exponent) => (_salt, _exponent) = (salt, exponent);

    public string Salt => SrpGroup.Hex(_salt);

    /// <summary>Made late: it costs a thousand times what the rest does, and most users never sign in this way.</summary>
    public BigInteger Value => _value ??= SrpGroup.Power(SrpGroup.Generator, _exponent);

    /// <summary>For those who have no password: a salt that is the same each time for the same user, and a verifier that no password fits.</summary>
    public static SrpVerifier Invented(string username, byte[] poolKey)
    {
        byte[] Derive(string purpose) => HMACSHA256.HashData(poolKey, Encoding.UTF8.GetBytes($"{purpose}:{username}"));
        return new SrpVerifier(SrpGroup.FromBytes(Derive("salt").AsSpan(0, SaltBytes)), SrpGroup.FromBytes(Derive("password")));
    }
}
