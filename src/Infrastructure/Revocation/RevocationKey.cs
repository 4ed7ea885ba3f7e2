using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>
/// A session or a user in 16 bytes, so that a million of them fit and are compared fast. Cognito's ids are UUIDs and stay what they are; any other text is hashed (SHA-256, 128 bits of it: two texts
/// that meet are not to be expected in the lifetime of the universe, nor can they be made).
/// </summary>
internal readonly record struct RevocationKey(Guid Value)
{
    private const int UuidLength = 36;

    /// <summary>The separator and the digits of a time.</summary>
    private const int MaxTimeLength = 1 + 20;

    /// <summary>The key of a session.</summary>
    public static RevocationKey Of(SessionId session) => Of(session.Value);

    /// <summary>The key of the session of a token. It allocates nothing, unlike <see cref="VerifiedToken.Session"/>, whose key it is.</summary>
    public static RevocationKey Of(VerifiedToken token)
    {
        if (token.OriginJti is { } originJti)
            return Of(originJti);

        // Digit by digit: an interpolated string would allocate.
        Span<char> text = stackalloc char[128];
        var subject = token.Subject.AsSpan();
        if (subject.Length > text.Length - MaxTimeLength)
            return Of(token.Session);

        subject.CopyTo(text);
        text[subject.Length] = '@';
        token.AuthTime.ToUnixTimeSeconds().TryFormat(text[(subject.Length + 1)..], out var digits, default, CultureInfo.InvariantCulture);
        return Of(text[..(subject.Length + 1 + digits)]);
    }

    /// <summary>The key of an id.</summary>
    public static RevocationKey Of(ReadOnlySpan<char> id)
    {
        if (IsUuid(id, out var uuid))
            return new(uuid);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id), hash);
        return new(new Guid(hash[..16]));
    }

    /// <summary>Only the one usual way to write a UUID counts: the parser takes others, too, and two ids that differ in text must differ in key.</summary>
    private static bool IsUuid(ReadOnlySpan<char> id, out Guid uuid)
    {
        uuid = default;
        if (id.Length != UuidLength || !Guid.TryParseExact(id, "D", out uuid))
            return false;

        Span<char> usual = stackalloc char[UuidLength];
        return uuid.TryFormat(usual, out _, "D") && id.SequenceEqual(usual);
    }
}
