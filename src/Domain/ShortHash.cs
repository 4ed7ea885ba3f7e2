using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Domain;

/// <summary>The 16 bytes of a hash in a <see cref="SessionId"/> or <see cref="SubjectId"/>: small enough to keep a million in memory. A collision cannot be found in practice.</summary>
internal static class ShortHash
{
    private const int Length = 16;

    /// <summary>The first 16 bytes of SHA-256 over <c>{userPoolId}/{text}</c> in UTF-8.</summary>
    public static ReadOnlySpan<byte> Of(UserPoolId userPool, string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"{userPool.Value}/{text}")).AsSpan(0, Length);

    /// <summary>Writes the bytes in their order.</summary>
    public static void Write(Guid bytes, Span<byte> destination)
    {
        if (!bytes.TryWriteBytes(destination, bigEndian: true, out _)) throw new ArgumentException($"{Length} bytes are needed.", nameof(destination));
    }

    /// <summary>As base64url without padding.</summary>
    public static string Format(Guid bytes)
    {
        Span<byte> buffer = stackalloc byte[Length];
        Write(bytes, buffer);
        return Base64Url.EncodeToString(buffer);
    }
}
