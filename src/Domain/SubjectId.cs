namespace CognitoAuth.Domain;

/// <summary>
/// Identifies a user, as <see cref="SessionId"/> identifies a session: the first 16 bytes of SHA-256 over the UTF-8 text <c>{userPoolId}/{sub}</c>.
/// </summary>
public readonly record struct SubjectId
{
    /// <summary>The number of bytes.</summary>
    public const int Length = 16;

    private readonly Guid _bytes;

    /// <summary>Reads an id that <see cref="WriteTo"/> wrote.</summary>
    /// <param name="bytes">Exactly <see cref="Length"/> bytes.</param>
    /// <exception cref="ArgumentException">The number of bytes differs.</exception>
    public SubjectId(ReadOnlySpan<byte> bytes) => _bytes = new Guid(bytes, bigEndian: true);

    /// <summary>Computes the id of a user.</summary>
    /// <param name="userPool">The user pool.</param>
    /// <param name="subject">The user's <c>sub</c>.</param>
    public static SubjectId Of(UserPoolId userPool, string subject) => new(ShortHash.Of(userPool, subject));

    /// <summary>See <see cref="SessionId.OfFormer"/>. Cognito's <c>sub</c> is always a UUID, so every user is found.</summary>
    /// <param name="userPool">The user pool.</param>
    /// <param name="key">The key in that entry.</param>
    public static SubjectId OfFormer(UserPoolId userPool, Guid key) => Of(userPool, key.ToString("D"));

    /// <summary>Writes the <see cref="Length"/> bytes.</summary>
    /// <param name="destination">Where to write them.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void WriteTo(Span<byte> destination) => ShortHash.Write(_bytes, destination);

    /// <summary>The bytes as base64url, 22 characters: the form that services read.</summary>
    public override string ToString() => ShortHash.Format(_bytes);
}
