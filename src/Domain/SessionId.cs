using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CognitoAuth.Domain;

/// <summary>
/// Identifies a session: one sign-in of one user, with all tokens issued from it. It holds 16 bytes: the first 16 of SHA-256 over the UTF-8 text <c>{userPoolId}/{session}</c>, where the session's
/// text is <see cref="TextOf"/>. Sign-outs are stored and published to services in this form. It is not a secret.
/// </summary>
public readonly record struct SessionId
{
    /// <summary>The number of bytes.</summary>
    public const int Length = 16;

    private readonly Guid _bytes;

    /// <summary>Reads an id that <see cref="WriteTo"/> wrote.</summary>
    /// <param name="bytes">Exactly <see cref="Length"/> bytes.</param>
    /// <exception cref="ArgumentException">The number of bytes differs.</exception>
    public SessionId(ReadOnlySpan<byte> bytes) => _bytes = new Guid(bytes, bigEndian: true);

    /// <summary>Computes the id of a session.</summary>
    /// <param name="userPool">The user pool.</param>
    /// <param name="session">The session's text, from <see cref="TextOf"/>.</param>
    public static SessionId Of(UserPoolId userPool, string session) => new(ShortHash.Of(userPool, session));

    /// <summary>
    /// The session's text: <c>origin_jti</c>, which all tokens of a sign-in share. A client with token revocation off gets no such claim: then it is <c>{sub}@{auth_time}</c>, and two sign-ins of a user within
    /// one second are one session. Not <c>jti</c>, since each refresh issues a new one.
    /// </summary>
    /// <param name="originJti">The claim <c>origin_jti</c>, if there is one.</param>
    /// <param name="subject">The claim <c>sub</c>.</param>
    /// <param name="authTime">The claim <c>auth_time</c>.</param>
    public static string TextOf(string? originJti, string subject, DateTimeOffset authTime) =>
        originJti ?? string.Create(CultureInfo.InvariantCulture, $"{subject}@{authTime.ToUnixTimeSeconds()}");

    /// <summary>
    /// The second id to look a session up by, for session ends that were stored in the former format. That format holds the UUID of <c>origin_jti</c> itself, which <see cref="OfFormer"/> converts.
    /// Of any other text it holds a hash, which cannot be converted.
    /// </summary>
    /// <param name="userPool">The user pool.</param>
    /// <param name="session">The session's text, from <see cref="TextOf"/>.</param>
    /// <returns><see langword="null"/> for a UUID: <see cref="Of"/> finds it.</returns>
    public static SessionId? FormerOf(UserPoolId userPool, string session)
    {
        if (Guid.TryParseExact(session, "D", out var uuid) && session.Equals(FormerText(uuid), StringComparison.Ordinal)) return null;
        return OfFormer(userPool, new Guid(SHA256.HashData(MemoryMarshal.AsBytes(session.AsSpan())).AsSpan(0, Length)));
    }

    /// <summary>The id of the session in an entry of the former format.</summary>
    /// <param name="userPool">The user pool.</param>
    /// <param name="key">The key in that entry.</param>
    public static SessionId OfFormer(UserPoolId userPool, Guid key) => Of(userPool, FormerText(key));

    /// <summary>Writes the <see cref="Length"/> bytes.</summary>
    /// <param name="destination">Where to write them.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void WriteTo(Span<byte> destination) => ShortHash.Write(_bytes, destination);

    /// <summary>The bytes as base64url, 22 characters: the form that services read.</summary>
    public override string ToString() => ShortHash.Format(_bytes);

    private static string FormerText(Guid key) => key.ToString("D");
}
