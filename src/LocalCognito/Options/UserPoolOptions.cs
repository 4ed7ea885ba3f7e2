namespace CognitoAuth.LocalCognito.Options;

/// <summary>The settings of the pool, by their Cognito names.</summary>
public sealed class UserPoolOptions
{
    /// <summary>What a password must contain.</summary>
    public PasswordPolicyOptions PasswordPolicy { get; set; } = new();

    /// <summary><c>email</c>, <c>phone_number</c>: users sign up with these and the stored user name is a generated UUID.</summary>
    public IList<string> UsernameAttributes { get; set; } = [];

    /// <summary><c>email</c>, <c>phone_number</c>, <c>preferred_username</c>: further names to sign in with, once verified.</summary>
    public IList<string> AliasAttributes { get; set; } = [];

    /// <summary>User names that differ in case are different users. Off in new pools.</summary>
    public bool UsernameCaseSensitive { get; set; }

    /// <summary>A new user's e-mail address gets a confirmation code.</summary>
    public bool AutoVerifyEmail { get; set; } = true;

    /// <summary>A new user's phone number gets a confirmation code, when there is no e-mail address that does.</summary>
    public bool AutoVerifyPhoneNumber { get; set; }

    /// <summary>Attributes a new user must bring.</summary>
    public IList<string> RequiredAttributes { get; set; } = [];

    /// <summary>The names of custom attributes, without <c>custom:</c>.</summary>
    public IList<string> CustomAttributes { get; set; } = [];

    /// <summary>New users are confirmed at once, as by a pre-sign-up trigger that confirms and verifies.</summary>
    public bool AutoConfirm { get; set; }

    /// <summary>Whether users have a second factor; <c>SetUserPoolMfaConfig</c> changes it too.</summary>
    public MfaConfiguration MfaConfiguration { get; set; } = MfaConfiguration.Optional;

    /// <summary>The second factors there are: <c>SMS_MFA</c>, <c>EMAIL_OTP</c>, <c>SOFTWARE_TOKEN_MFA</c>. Empty: all of them.</summary>
    public IList<string> EnabledMfas { get; set; } = [];

    /// <summary>What <c>USER_AUTH</c> may start with: <c>PASSWORD</c>, <c>EMAIL_OTP</c>, <c>SMS_OTP</c>, <c>WEB_AUTHN</c>. Empty: all of them. <c>PASSWORD</c> stands for SRP too.</summary>
    public IList<string> AllowedFirstAuthFactors { get; set; } = [];

    /// <summary>Passkeys.</summary>
    public WebAuthnConfigurationOptions WebAuthnConfiguration { get; set; } = new();

    /// <summary>Device tracking: sign-ins give device keys, and confirmed devices take part in later sign-ins. Null, as in a new pool: off.</summary>
    public DeviceConfigurationOptions? DeviceConfiguration { get; set; }

    /// <summary>Session tracking: users' sessions can be listed and ended one by one. Off in new pools.</summary>
    public bool UserSessionTracking { get; set; }

    /// <summary>With session tracking, how many sessions a user has at most, 1 to 100: the least recently used is revoked for a new one.</summary>
    public int MaxSessionsPerUser { get; set; } = 20;

    /// <summary>The resource servers: what the scopes of machines are of.</summary>
    public IList<ResourceServerOptions> ResourceServers { get; set; } = [];

    /// <summary>Failed sign-ins lock the password for a while (<c>docs/cognito.md#attempt-limits-and-lockout</c>).</summary>
    public bool LockoutEnabled { get; set; } = true;

    /// <summary>With existence errors prevented, <c>ForgotPassword</c> for a user without a verified contact simulates a delivery. Off: it tells, as real pools also do.</summary>
    public bool SimulateMissingContact { get; set; }

    internal bool HasScope(string scope) => ResourceServers.Any(server => server.Scopes.Any(name => scope == $"{server.Identifier}/{name}"));

    internal bool OffersMfa(string factor) => MfaConfiguration != MfaConfiguration.Off && (EnabledMfas.Count == 0 || EnabledMfas.Contains(factor, StringComparer.Ordinal));

    internal bool AllowsFirstFactor(string factor) => AllowedFirstAuthFactors.Count == 0 || AllowedFirstAuthFactors.Contains(factor, StringComparer.Ordinal);
}

/// <summary>Whether users have a second factor.</summary>
public enum MfaConfiguration
{
    /// <summary>Nobody has.</summary>
    Off,

    /// <summary>Who enabled one is asked for it.</summary>
    Optional,

    /// <summary>Everybody: who has none must set one up while signing in.</summary>
    On,
}

/// <summary>How the pool treats the devices that it knows. To set any of it turns device tracking on, as at Cognito.</summary>
public sealed class DeviceConfigurationOptions
{
    /// <summary>A remembered device stands for the second factor: it is asked for new devices alone.</summary>
    public bool ChallengeRequiredOnNewDevice { get; set; }

    /// <summary>A confirmed device is not remembered by that: the user is asked, and <c>UpdateDeviceStatus</c> says what the user answered.</summary>
    public bool DeviceOnlyRememberedOnUserPrompt { get; set; }
}

/// <summary>An API whose scopes machines can have.</summary>
public sealed class ResourceServerOptions
{
    /// <summary>What its scopes begin with, such as <c>orders</c>.</summary>
    public string Identifier { get; set; } = "";

    /// <summary>The names of its scopes, such as <c>read</c>.</summary>
    public IList<string> Scopes { get; set; } = [];
}

/// <summary>A pool's password policy. The defaults are those of the console.</summary>
public sealed class PasswordPolicyOptions
{
    /// <summary>Shortest length, 6 to 99.</summary>
    public int MinimumLength { get; set; } = 8;

    /// <summary>At least one of A to Z.</summary>
    public bool RequireUppercase { get; set; } = true;

    /// <summary>At least one of a to z.</summary>
    public bool RequireLowercase { get; set; } = true;

    /// <summary>At least one digit.</summary>
    public bool RequireNumbers { get; set; } = true;

    /// <summary>At least one symbol.</summary>
    public bool RequireSymbols { get; set; } = true;

    /// <summary>Days for which a temporary password works.</summary>
    public int TemporaryPasswordValidityDays { get; set; } = 7;
}
