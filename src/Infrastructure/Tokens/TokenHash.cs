using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>The SHA-256 of a token's whole text: it distinguishes texts, and reveals nothing of them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TokenHash(UInt128 First, UInt128 Second)
{
    /// <summary>Hardly any token is longer.</summary>
    private const int UsualLength = 2_048;

    /// <summary>Hashes a text; a text that is not ASCII is no token. As ASCII it is half as long, and the hash is most of the cost of a look-up.</summary>
    public static bool TryOf(ReadOnlySpan<char> token, out TokenHash hash)
    {
        hash = default;
        var ascii = token.Length <= UsualLength ? stackalloc byte[UsualLength] : new byte[token.Length];
        if (Ascii.FromUtf16(token, ascii, out var length) is not OperationStatus.Done) return false;

        SHA256.HashData(ascii[..length], MemoryMarshal.AsBytes(new Span<TokenHash>(ref hash)));
        return true;
    }

    public override int GetHashCode() => (int)(uint)First;
}
