namespace CognitoAuth.LocalCognito.Options;

/// <summary>The passkeys of a pool, by their Cognito names; <c>SetUserPoolMfaConfig</c> changes them too.</summary>
public sealed class WebAuthnConfigurationOptions
{
    /// <summary>The domain of the passkeys: its pages and those of its subdomains can use them. Empty: the pool has no passkeys.</summary>
    public string RelyingPartyId { get; set; } = "localhost";

    /// <summary>Whether the authenticator must verify the user.</summary>
    public UserVerification UserVerification { get; set; }

    /// <summary>Whether a sign-in with a passkey counts as one factor or as two.</summary>
    public FactorConfiguration FactorConfiguration { get; set; }
}

/// <summary>Whether the authenticator must verify the user, by PIN or biometrics.</summary>
public enum UserVerification
{
    /// <summary>When the authenticator can.</summary>
    Preferred,

    /// <summary>Always.</summary>
    Required,
}

/// <summary>Whether a sign-in with a passkey counts as one factor or as two.</summary>
public enum FactorConfiguration
{
    /// <summary>One factor: users with a second factor cannot sign in with a passkey.</summary>
    SingleFactor,

    /// <summary>Two factors, for users who enabled it. Their authenticator must verify them.</summary>
    MultiFactorWithUserVerification,
}
