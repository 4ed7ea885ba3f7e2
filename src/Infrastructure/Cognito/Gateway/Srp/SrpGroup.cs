using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CognitoAuth.Infrastructure.Cognito.Gateway.Srp;

/// <summary>The arithmetic of SRP-6a in one group (RFC 5054, section 2): without a hash, so that it can be tested with published vectors, which use another hash than Cognito.</summary>
/// <param name="modulus">The safe prime N.</param>
/// <param name="generator">The generator g.</param>
internal sealed class SrpGroup(BigInteger modulus, BigInteger generator)
{
    /// <summary>The 3072-bit group of RFC 5054, appendix A, with Cognito's generator 2.</summary>
    public static readonly SrpGroup Cognito = new(
        BigInteger.Parse(
            "0FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
            + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
            + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
            + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33"
            + "A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864"
            + "D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture),
        2);

    /// <summary>N.</summary>
    public BigInteger Modulus { get; } = modulus;

    /// <summary>g.</summary>
    public BigInteger Generator { get; } = generator;

    /// <summary>A secret exponent of 256 bits, the minimum of RFC 5054.</summary>
    public static BigInteger NewPrivateValue() => new(RandomNumberGenerator.GetBytes(32), isUnsigned: true);

    /// <summary>A = g^a.</summary>
    public BigInteger PublicValue(BigInteger privateValue) => BigInteger.ModPow(Generator, privateValue, Modulus);

    /// <summary>Whether a public value may be used: with 0 modulo N, anyone would know the secret.</summary>
    public bool IsSafe(BigInteger publicValue) => !(publicValue % Modulus).IsZero;

    /// <summary>The client's premaster secret S = (B − k·g^x)^(a + u·x).</summary>
    public BigInteger ClientSecret(BigInteger serverPublicValue, BigInteger multiplier, BigInteger privateKey, BigInteger privateValue, BigInteger scrambler)
    {
        var difference = (serverPublicValue - (multiplier * BigInteger.ModPow(Generator, privateKey, Modulus))) % Modulus;
        if (difference.Sign < 0) difference += Modulus;
        return BigInteger.ModPow(difference, privateValue + (scrambler * privateKey), Modulus);
    }
}
