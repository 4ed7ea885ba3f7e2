namespace CognitoAuth.Application;

/// <summary>The settings of the user pool that flows need.</summary>
/// <param name="RefreshTokenLifetime">Refresh-token lifetime; a session that Cognito did not end stays on the revocation list this long.</param>
/// <param name="HasAdminApi">Whether IAM credentials are configured for the calls that need them.</param>
public sealed record UserPoolSettings(TimeSpan RefreshTokenLifetime, bool HasAdminApi)
{
    /// <summary>The machine-to-machine app clients.</summary>
    public IReadOnlyList<string> MachineClientIds { get; init; } = [];

    /// <summary>Cognito's longest access-token lifetime; a session that Cognito ended stays on the revocation list this long.</summary>
    public static readonly TimeSpan LongestAccessTokenLifetime = TimeSpan.FromHours(24);

    /// <summary>The pool's passkey settings; absent if none are configured.</summary>
    public PasskeySettings? Passkeys { get; init; }
}

/// <summary>The pool's passkey settings (Cognito's <c>WebAuthnConfigurationType</c>).</summary>
/// <param name="RelyingPartyId">The domain that passkeys work for.</param>
/// <param name="UserVerification">Whether the device must verify its user.</param>
public sealed record PasskeySettings(string RelyingPartyId, UserVerification UserVerification);

/// <summary>Whether a passkey's device must verify its user, by PIN or biometrics.</summary>
public enum UserVerification
{
    /// <summary>If the device can.</summary>
    Preferred,

    /// <summary>Always.</summary>
    Required,
}
