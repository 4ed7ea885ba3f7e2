namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>Codes by SMS as a second factor.</summary>
public class SMSMfaSettingsType
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether it is asked first; one factor at most.</summary>
    public bool? PreferredMfa { get; set; }
}

/// <summary>Codes of an authenticator (TOTP) as a second factor.</summary>
public class SoftwareTokenMfaSettingsType
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether it is asked first; one factor at most.</summary>
    public bool? PreferredMfa { get; set; }
}

/// <summary>Codes by e-mail as a second factor.</summary>
public class EmailMfaSettingsType
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether it is asked first; one factor at most.</summary>
    public bool? PreferredMfa { get; set; }
}

/// <summary>Passkeys as a second factor.</summary>
public class WebAuthnMfaSettingsType
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; set; }
}
