namespace CognitoAuth.LocalCognito.Passkeys;

/// <summary>A registered passkey of a user.</summary>
/// <param name="Id">The id from its authenticator, in Base64url.</param>
/// <param name="PublicKey">Its public key as a COSE structure (RFC 9052).</param>
/// <param name="FriendlyName">A generated name.</param>
/// <param name="RelyingPartyId">The domain that it works for.</param>
/// <param name="Attachment"><c>platform</c> or <c>cross-platform</c>, as the browser reported.</param>
/// <param name="Transports">How browsers reach the authenticator, as the browser reported.</param>
/// <param name="CreatedAt">When it was registered.</param>
internal sealed record Passkey(
    string Id, byte[] PublicKey, string FriendlyName, string RelyingPartyId, string? Attachment, IReadOnlyList<string> Transports, DateTimeOffset CreatedAt)
{
    /// <summary>The authenticator's signature counter; 0 for authenticators that do not count.</summary>
    public uint SignCount { get; set; }
}

/// <summary>A started registration.</summary>
/// <param name="Challenge">The challenge that the new passkey must sign.</param>
/// <param name="ClientId">The app client that started it.</param>
/// <param name="ExpiresAt">When the registration expires.</param>
internal sealed record PasskeyRegistration(byte[] Challenge, string ClientId, DateTimeOffset ExpiresAt);

/// <summary>The passkeys of one user, in the order of their registration.</summary>
internal sealed class UserPasskeys
{
    /// <summary>Cognito's quota per user.</summary>
    public const int Capacity = 20;

    private readonly List<Passkey> _all = [];
    private int _made;

    public IReadOnlyList<Passkey> All => _all;

    /// <summary>The started registration. A new one replaces it.</summary>
    public PasskeyRegistration? Pending { get; set; }

    public Passkey? Find(string id) => _all.Find(passkey => passkey.Id == id);

    public bool Remove(string id) => _all.RemoveAll(passkey => passkey.Id == id) > 0;

    public void Add(Func<string, Passkey> make) => _all.Add(make($"Passkey {++_made}"));
}
