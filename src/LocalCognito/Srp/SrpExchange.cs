using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Srp;

/// <summary>The pool's half of one SRP sign-in (<c>docs/cognito.md#srp</c>): it verifies that the client knows the password without receiving the password.</summary>
internal sealed class SrpExchange
{
    private const int EphemeralBytes = 32;
    private const int KeyBytes = 16;
    // A is smaller than the prime. Clients can add a leading zero byte.
    private const int LongestPublicValue = 770;

    private readonly SrpVerifier _verifier;
    private readonly BigInteger _clientPublic;
    private readonly BigInteger _private;
    private readonly BigInteger _public;

    /// <param name="verifier">The user's verifier.</param>
    /// <param name="clientPublic"><c>SRP_A</c>, in hex.</param>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a value that is not a number, or is zero modulo the prime: with zero, every password would be accepted.</exception>
    public SrpExchange(SrpVerifier verifier, string clientPublic)
    {
        _verifier = verifier;
        if (clientPublic.Length > LongestPublicValue
            || !BigInteger.TryParse("0" + clientPublic, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _clientPublic)
            || _clientPublic % SrpGroup.Prime == 0)
        {
            throw CognitoException.InvalidParameter("SRP_A is not a valid number.");
        }

        do
        {
            _private = SrpGroup.FromBytes(RandomNumberGenerator.GetBytes(EphemeralBytes));
            _public = ((SrpGroup.Multiplier * verifier.Value) + SrpGroup.Power(SrpGroup.Generator, _private)) % SrpGroup.Prime;
        }
        while (_public.IsZero);
    }

    public string Salt => _verifier.Salt;

    /// <summary><c>SRP_B</c>, in hex.</summary>
    public string Public => SrpGroup.Hex(_public);

    /// <summary>The signature of a client that knows the password, in Base64.</summary>
    public string ExpectedSignature(string poolName, string username, byte[] secretBlock, string timestamp) => Convert.ToBase64String(
        HMACSHA256.HashData(Key(), (byte[])[.. Encoding.UTF8.GetBytes(poolName + username), .. secretBlock, .. Encoding.UTF8.GetBytes(timestamp)]));

    private byte[] Key()
    {
        var scrambler = SrpGroup.Hash(SrpGroup.Pad(_clientPublic), SrpGroup.Pad(_public));
        var shared = SrpGroup.Power(_clientPublic * SrpGroup.Power(_verifier.Value, scrambler) % SrpGroup.Prime, _private);
        var pseudorandomKey = HMACSHA256.HashData(SrpGroup.Pad(scrambler), SrpGroup.Pad(shared));
        return HMACSHA256.HashData(pseudorandomKey, (byte[])[.. "Caldera Derived Key"u8, 1])[..KeyBytes];
    }
}
