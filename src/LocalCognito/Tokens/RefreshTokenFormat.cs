using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>The content of a refresh token, which only the pool can read.</summary>
internal sealed record RefreshTokenContent(string Sub, string EventId, int Number);

/// <summary>
/// Opaque refresh tokens in Cognito's format: five parts, about 1,700 characters. They are encrypted and authenticated, so that the pool
/// recognizes its tokens without storing them.
/// </summary>
internal sealed class RefreshTokenFormat : IDisposable
{
    private const int PaddedLength = 960;
    private static readonly string Header = Base64Url.EncodeToString("""{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}"""u8);

    private readonly AesGcm _cipher = new(RandomNumberGenerator.GetBytes(32), AesGcm.TagByteSizes.MaxSize);

    public string Write(RefreshTokenContent content)
    {
        var plain = new byte[PaddedLength];
        Guid.Parse(content.Sub).TryWriteBytes(plain);
        Guid.Parse(content.EventId).TryWriteBytes(plain.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(32), content.Number);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var cipherText = new byte[PaddedLength];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        // In a real JWE the second part is the encrypted content key. Here it is filler that the authentication tag covers.
        var prefix = $"{Header}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(256))}";
        _cipher.Encrypt(nonce, plain, cipherText, tag, Encoding.ASCII.GetBytes(prefix));
        return $"{prefix}.{Base64Url.EncodeToString(nonce)}.{Base64Url.EncodeToString(cipherText)}.{Base64Url.EncodeToString(tag)}";
    }

    /// <returns>Null for a token that this pool did not issue.</returns>
    public RefreshTokenContent? Read(string token)
    {
        if (token.Split('.') is not [var header, var key, var nonce, var cipherText, var tag] || header != Header) return null;
        try
        {
            var plain = new byte[PaddedLength];
            _cipher.Decrypt(
                Base64Url.DecodeFromChars(nonce), Base64Url.DecodeFromChars(cipherText), Base64Url.DecodeFromChars(tag), plain, Encoding.ASCII.GetBytes($"{header}.{key}"));
            return new RefreshTokenContent(
                new Guid(plain.AsSpan(0, 16)).ToString(), new Guid(plain.AsSpan(16, 16)).ToString(), BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(32)));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _cipher.Dispose();
}
