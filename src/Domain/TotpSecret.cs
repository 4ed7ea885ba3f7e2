namespace CognitoAuth.Domain;

/// <summary>A new TOTP secret (RFC 6238). It counts once a code of it was verified; until then the earlier one does.</summary>
/// <param name="Value">In Base32, as authenticator apps take it.</param>
/// <param name="Session">For the next step of a sign-in; absent for a user who is signed in.</param>
public sealed record TotpSecret(Secret Value, Secret? Session);
