namespace CognitoAuth.Domain;

/// <summary>A passkey of a user (Cognito's <c>WebAuthnCredentialDescription</c>).</summary>
/// <param name="Id">The id that its authenticator gave it, in Base64url.</param>
/// <param name="Name">A name that Cognito chose.</param>
/// <param name="RelyingPartyId">The domain that it works for.</param>
/// <param name="AuthenticatorAttachment"><c>platform</c> (a part of the device) or <c>cross-platform</c> (a security key); absent if the browser did not report it.</param>
/// <param name="Transports">How browsers connect to it: <c>internal</c>, <c>hybrid</c>, <c>usb</c>, <c>nfc</c>, <c>ble</c>.</param>
/// <param name="CreatedAt">When it was registered.</param>
public sealed record Passkey(string Id, string? Name, string? RelyingPartyId, string? AuthenticatorAttachment, IReadOnlyList<string> Transports, DateTimeOffset? CreatedAt);

/// <summary>A page of a user's passkeys.</summary>
/// <param name="Passkeys">The passkeys.</param>
/// <param name="NextToken">Requests the next page; absent on the last one.</param>
public sealed record PasskeyPage(IReadOnlyList<Passkey> Passkeys, string? NextToken);
