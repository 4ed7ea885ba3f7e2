namespace CognitoAuth.Application;

/// <summary>What the flows must know of how the user pool is set up.</summary>
/// <param name="RefreshTokenLifetime">How long refresh tokens live: so long a session that Cognito did not end itself must be remembered as ended.</param>
/// <param name="HasAdminApi">Whether IAM credentials are there for the calls that need them.</param>
public sealed record UserPoolSettings(TimeSpan RefreshTokenLifetime, bool HasAdminApi)
{
    /// <summary>The app clients of machines.</summary>
    public IReadOnlyList<string> MachineClientIds { get; init; } = [];

    /// <summary>The longest life that Cognito gives an access token: so long a session that Cognito ended must be remembered as ended.</summary>
    public static readonly TimeSpan LongestAccessTokenLifetime = TimeSpan.FromHours(24);

    /// <summary>The pool's passkeys; absent where it has none, or where nobody said.</summary>
    public PasskeySettings? Passkeys { get; init; }
}

/// <summary>The pool's passkeys (Cognito's <c>WebAuthnConfigurationType</c>).</summary>
/// <param name="RelyingPartyId">The domain that they work for.</param>
/// <param name="UserVerification">Whether the device must see that it is its owner who uses it.</param>
public sealed record PasskeySettings(string RelyingPartyId, UserVerification UserVerification);

/// <summary>Whether a passkey's device must see that it is its owner who uses it, by PIN or biometrics.</summary>
public enum UserVerification
{
    /// <summary>Where the device can.</summary>
    Preferred,

    /// <summary>Always.</summary>
    Required,
}
