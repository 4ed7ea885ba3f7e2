namespace CognitoAuth.Domain;

/// <summary>Changes to a user's second factors (Cognito's <c>SetUserMFAPreference</c>). What is <see langword="null"/> stays as it is.</summary>
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

/// <summary>Whether a second factor is asked for.</summary>
/// <param name="Enabled">Whether it is on.</param>
/// <param name="Preferred">Whether it is asked for first; at most one factor is.</param>
public sealed record MfaPreference(bool? Enabled, bool? Preferred);
