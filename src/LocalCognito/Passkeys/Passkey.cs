namespace CognitoAuth.LocalCognito.Passkeys;

/// <summary>A registered passkey of a user.</summary>
/// <param name="Id">The id that its authenticator gave it, in Base64url.</param>
/// <param name="PublicKey">Its key as a COSE structure (RFC 9052).</param>
/// <param name="FriendlyName">A name made here.</param>
/// <param name="RelyingPartyId">The domain that it works for.</param>
/// <param name="Attachment"><c>platform</c> or <c>cross-platform</c>, as the browser said.</param>
/// <param name="Transports">How browsers reach it, as the browser said.</param>
/// <param name="CreatedAt">When it was registered.</param>
internal sealed record Passkey(
    string Id, byte[] PublicKey, string FriendlyName, string RelyingPartyId, string? Attachment, IReadOnlyList<string> Transports, DateTimeOffset CreatedAt)
{
    /// <summary>How often it was used, by its authenticator's count; 0 for those that do not count.</summary>
    public uint SignCount { get; set; }
}

/// <summary>A registration that waits for the browser.</summary>
/// <param name="Challenge">What the new passkey must be made for.</param>
/// <param name="ClientId">The app client that started it.</param>
/// <param name="ExpiresAt">The end of the time for it.</param>
internal sealed record PasskeyRegistration(byte[] Challenge, string ClientId, DateTimeOffset ExpiresAt);

/// <summary>The passkeys of one user, in the order in which they came.</summary>
internal sealed class UserPasskeys
{
    /// <summary>Cognito's quota per user.</summary>
    public const int Capacity = 20;

    private readonly List<Passkey> _all = [];
    private int _made;

    public IReadOnlyList<Passkey> All => _all;

    /// <summary>The registration under way; a new one replaces it.</summary>
    public PasskeyRegistration? Pending { get; set; }

    public Passkey? Find(string id) => _all.Find(passkey => passkey.Id == id);

    public bool Remove(string id) => _all.RemoveAll(passkey => passkey.Id == id) > 0;

    public void Add(Func<string, Passkey> make) => _all.Add(make($"Passkey {++_made}"));
}
