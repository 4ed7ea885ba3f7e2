using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Application.Pipeline.Audit;

/// <summary>
/// Pseudonyms of accounts in the audit log: the same for the same name, and useless without the key (the first 128 bits of an HMAC-SHA-256). With a plain hash, a reader of the log could try names.
/// </summary>
internal sealed class Pseudonyms(SecurityOptions security)
{
    private const int Bytes = 16;

    // By default a random key that ends with the process.
    private readonly byte[] _key = security.PseudonymKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>The pseudonym, in hexadecimal.</summary>
    public string Of(string name)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(CaseFolding.Fold(name)), mac);
        return Convert.ToHexStringLower(mac[..Bytes]);
    }
}
