namespace CognitoAuth.LocalCognito.Options;

/// <summary>The passkeys of a pool, by their Cognito names; <c>SetUserPoolMfaConfig</c> changes them too.</summary>
public sealed class WebAuthnConfigurationOptions
{
    /// <summary>The domain that passkeys work for: pages of it and of its subdomains can ask for them. Empty: the pool has no passkeys.</summary>
    public string RelyingPartyId { get; set; } = "localhost";

    /// <summary>Whether a passkey's device must see that it is its owner who uses it.</summary>
    public UserVerification UserVerification { get; set; }

    /// <summary>What a sign-in with a passkey is worth.</summary>
    public FactorConfiguration FactorConfiguration { get; set; }
}

/// <summary>Whether a passkey's device must see that it is its owner who uses it, by PIN or biometrics.</summary>
public enum UserVerification
{
    /// <summary>Where the device can.</summary>
    Preferred,

    /// <summary>Always.</summary>
    Required,
}

/// <summary>What a sign-in with a passkey is worth.</summary>
public enum FactorConfiguration
{
    /// <summary>One factor: users with a second factor cannot sign in with a passkey.</summary>
    SingleFactor,

    /// <summary>Two, for users who turned that on; their device must verify them.</summary>
    MultiFactorWithUserVerification,
}
