namespace CognitoAuth.Domain;

/// <summary>Changes to a user's second factors (Cognito's <c>SetUserMFAPreference</c>). A factor that is <see langword="null"/> is not changed.</summary>
public sealed record MfaPreferences
{
    /// <summary>Codes by SMS.</summary>
    public MfaPreference? Sms { get; init; }

    /// <summary>Codes of an authenticator app.</summary>
    public MfaPreference? Totp { get; init; }

    /// <summary>Codes by e-mail.</summary>
    public MfaPreference? Email { get; init; }

    /// <summary>Passkeys as a second factor; Cognito has no preference for them.</summary>
    public MfaPreference? Passkey { get; init; }
}

/// <summary>Whether Cognito asks for a second factor.</summary>
/// <param name="Enabled">Whether it is on.</param>
/// <param name="Preferred">Whether Cognito asks for it first; at most one factor can be preferred.</param>
public sealed record MfaPreference(bool? Enabled, bool? Preferred);
