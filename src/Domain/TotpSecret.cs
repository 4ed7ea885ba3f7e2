namespace CognitoAuth.Domain;

/// <summary>A new TOTP secret (RFC 6238). It takes effect when a code of it is verified; until then the earlier secret stays valid.</summary>
/// <param name="Value">In Base32, as authenticator apps read it.</param>
/// <param name="Session">For the next step of a sign-in; absent for a user who is signed in.</param>
public sealed record TotpSecret(Secret Value, Secret? Session);
