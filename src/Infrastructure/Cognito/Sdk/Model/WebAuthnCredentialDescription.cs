namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>A registered passkey.</summary>
public class WebAuthnCredentialDescription
{
    /// <summary>The id that the authenticator gave it, in Base64url. Required.</summary>
    public string? CredentialId { get; set; }

    /// <summary>A name that Cognito made. Required.</summary>
    public string? FriendlyCredentialName { get; set; }

    /// <summary>The domain that it works for. Required.</summary>
    public string? RelyingPartyId { get; set; }

    /// <summary>`platform` or `cross-platform`.</summary>
    public string? AuthenticatorAttachment { get; set; }

    /// <summary>How browsers reach it: `internal`, `hybrid`, `usb`, `nfc`, `ble`. Required.</summary>
    public List<string>? AuthenticatorTransports { get; set; }

    /// <summary>When it was registered, UTC. Required.</summary>
    public DateTime? CreatedAt { get; set; }
}
