using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Srp;

/// <summary>
/// What the pool stores of a password for SRP: x = H(salt, H(pool name + user + ":" + password)), and v = g^x on first use. Of a device's password the pool stores only
/// salt and v, which the device computes.
/// </summary>
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

    private SrpVerifier(BigInteger salt, BigInteger exponent, BigInteger? value = null) => (_salt, _exponent, _value) = (salt, exponent, value);

    public string Salt => SrpGroup.Hex(_salt);

    /// <summary>Computed on first use: it costs a thousand times more than the rest, and most users never sign in with SRP.</summary>
    public BigInteger Value => _value ??= SrpGroup.Power(SrpGroup.Generator, _exponent);

    /// <summary>Creates a verifier from the values that a client computed from a password.</summary>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a value that would accept every password.</exception>
    public static SrpVerifier Of(byte[] salt, byte[] value)
    {
        var number = SrpGroup.FromBytes(value);
        if (number % SrpGroup.Prime == 0) throw CognitoException.InvalidParameter("PasswordVerifier is not a valid number.");
        return new SrpVerifier(SrpGroup.FromBytes(salt), exponent: 0, number);
    }

    /// <summary>For users without a password: a salt that is always the same for the same user, and a verifier that accepts no password.</summary>
    public static SrpVerifier Simulated(string username, byte[] poolKey)
    {
        byte[] Derive(string purpose) => HMACSHA256.HashData(poolKey, Encoding.UTF8.GetBytes($"{purpose}:{username}"));
        return new SrpVerifier(SrpGroup.FromBytes(Derive("salt").AsSpan(0, SaltBytes)), SrpGroup.FromBytes(Derive("password")));
    }
}
