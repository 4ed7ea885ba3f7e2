using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Application.Pipeline.Audit;

/// <summary>
/// Stands for an account's name in the audit log: equal for equal names, and of no use without the key (HMAC-SHA-256, 128 bits of it). A plain hash would not do, since whoever has the log could try names.
/// </summary>
internal sealed class Pseudonyms(SecurityOptions security)
{
    private const int Bytes = 16;

    // By default one that nobody knows, and that is gone with the process.
    private readonly byte[] _key = security.PseudonymKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>The pseudonym, in hexadecimal.</summary>
    public string Of(string name)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(CaseFolding.Fold(name)), mac);
        return Convert.ToHexStringLower(mac[..Bytes]);
    }
}
