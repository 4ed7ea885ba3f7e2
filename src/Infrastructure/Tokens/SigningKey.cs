using System.Security.Cryptography;
using Microsoft.Extensions.ObjectPool;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// A public key of the user pool: checks RS256 signatures (RFC 7518 section 3.3) and knows no other algorithm.
/// <para>
/// It calls <see cref="RSA"/> directly and not JsonWebTokenHandler: once the guard has parsed the token there is nothing left for that handler to do but this one call, and it would parse
/// the token a second time, by more lenient rules, on its way there. One parser means that what was checked is what is used.
/// </para>
/// </summary>
internal sealed class SigningKey
{
    /// <summary>The longest modulus that is taken, in bits: it bounds the cost of a signature check.</summary>
    public const int MaxKeySize = 4096;

    /// <summary>The shortest modulus that is taken, in bits (RFC 7518 section 3.3).</summary>
    public const int MinKeySize = 2048;

    /// <summary>An <see cref="RSA"/> does not promise to be safe for use by two threads at a time, so each check borrows one.</summary>
    private readonly ObjectPool<RSA> _verifiers;

    private readonly RSAParameters _publicKey;

    /// <summary>Takes a public key.</summary>
    /// <param name="keyId">Its <c>kid</c>.</param>
    /// <param name="publicKey">Modulus and exponent.</param>
    /// <exception cref="CryptographicException">It is not an RSA key.</exception>
    public SigningKey(string keyId, RSAParameters publicKey)
    {
        (KeyId, _publicKey) = (keyId, publicKey);
        _verifiers = new DefaultObjectPool<RSA>(new VerifierPolicy(publicKey));
        var verifier = _verifiers.Get();
        SignatureLength = verifier.KeySize / 8;
        _verifiers.Return(verifier);
    }

    /// <summary>Its <c>kid</c>.</summary>
    public string KeyId { get; }

    /// <summary>The exact length of this key's signatures, in bytes.</summary>
    public int SignatureLength { get; }

    /// <summary>Whether both are the same key.</summary>
    public bool IsSameAs(SigningKey other) => _publicKey.Modulus.AsSpan().SequenceEqual(other._publicKey.Modulus) && _publicKey.Exponent.AsSpan().SequenceEqual(other._publicKey.Exponent);

    /// <summary>Whether the signature is this key's over the data.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var verifier = _verifiers.Get();
        try
        {
            return verifier.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        finally
        {
            _verifiers.Return(verifier);
        }
    }

    private sealed class VerifierPolicy(RSAParameters publicKey) : PooledObjectPolicy<RSA>
    {
        public override RSA Create() => RSA.Create(publicKey);

        public override bool Return(RSA obj) => true;
    }
}
