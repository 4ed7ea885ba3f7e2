using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.LocalCognito.Srp;

/// <summary>
/// What the pool keeps of a password for SRP: x = H(salt, H(pool name + user + ":" + password)), and v = g^x when it is needed. Of a device's password it never sees more than
/// salt and v, which the device makes.
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

    /// <summary>Made late: it costs a thousand times what the rest does, and most users never sign in this way.</summary>
    public BigInteger Value => _value ??= SrpGroup.Power(SrpGroup.Generator, _exponent);

    /// <summary>From what a client made of a password.</summary>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a value that every password would fit.</exception>
    public static SrpVerifier Of(byte[] salt, byte[] value)
    {
        var number = SrpGroup.FromBytes(value);
        if (number % SrpGroup.Prime == 0)
            throw CognitoException.InvalidParameter("PasswordVerifier is not a valid number.");
        return new SrpVerifier(SrpGroup.FromBytes(salt), exponent: 0, number);
    }

    /// <summary>For those who have no password: a salt that is the same each time for the same user, and a verifier that no password fits.</summary>
    public static SrpVerifier Invented(string username, byte[] poolKey)
    {
        byte[] Derive(string purpose) => HMACSHA256.HashData(poolKey, Encoding.UTF8.GetBytes($"{purpose}:{username}"));
        return new SrpVerifier(SrpGroup.FromBytes(Derive("salt").AsSpan(0, SaltBytes)), SrpGroup.FromBytes(Derive("password")));
    }
}
