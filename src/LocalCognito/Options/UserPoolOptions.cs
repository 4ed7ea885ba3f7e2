namespace CognitoAuth.LocalCognito.Options;

/// <summary>The settings of the pool, by their Cognito names.</summary>
public sealed class UserPoolOptions
{
    /// <summary>What a password must contain.</summary>
    public PasswordPolicyOptions PasswordPolicy { get; set; } = new();

    /// <summary><c>email</c>, <c>phone_number</c>: users sign up with these, and the stored user name is a generated UUID.</summary>
    public IList<string> UsernameAttributes { get; set; } = [];

    /// <summary><c>email</c>, <c>phone_number</c>, <c>preferred_username</c>: further names to sign in with, as soon as they are verified.</summary>
    public IList<string> AliasAttributes { get; set; } = [];

    /// <summary>User names that differ in case are different users. Off in new pools.</summary>
    public bool UsernameCaseSensitive { get; set; }

    /// <summary>A new user's e-mail address gets a confirmation code.</summary>
    public bool AutoVerifyEmail { get; set; } = true;

    /// <summary>A new user's phone number gets a confirmation code, unless the e-mail address gets one.</summary>
    public bool AutoVerifyPhoneNumber { get; set; }

    /// <summary>Attributes that a new user must have.</summary>
    public IList<string> RequiredAttributes { get; set; } = [];

    /// <summary>The names of custom attributes, without <c>custom:</c>.</summary>
    public IList<string> CustomAttributes { get; set; } = [];

    /// <summary>New users are confirmed immediately, as with a pre-sign-up trigger that confirms and verifies.</summary>
    public bool AutoConfirm { get; set; }

    /// <summary>Whether users have a second factor; <c>SetUserPoolMfaConfig</c> changes it too.</summary>
    public MfaConfiguration MfaConfiguration { get; set; } = MfaConfiguration.Optional;

    /// <summary>The second factors of the pool: <c>SMS_MFA</c>, <c>EMAIL_OTP</c>, <c>SOFTWARE_TOKEN_MFA</c>. Empty: all of them.</summary>
    public IList<string> EnabledMfas { get; set; } = [];

    /// <summary>The first factors of <c>USER_AUTH</c>: <c>PASSWORD</c>, <c>EMAIL_OTP</c>, <c>SMS_OTP</c>, <c>WEB_AUTHN</c>. Empty: all of them. <c>PASSWORD</c> includes SRP.</summary>
    public IList<string> AllowedFirstAuthFactors { get; set; } = [];

    /// <summary>The passkeys of the pool.</summary>
    public WebAuthnConfigurationOptions WebAuthnConfiguration { get; set; } = new();

    /// <summary>Device tracking: sign-ins return device keys, and confirmed devices take part in later sign-ins. Null turns it off, as in a new pool.</summary>
    public DeviceConfigurationOptions? DeviceConfiguration { get; set; }

    /// <summary>Session tracking: the sessions of a user can be listed and ended individually. Off in new pools.</summary>
    public bool UserSessionTracking { get; set; }

    /// <summary>The maximum number of sessions per user with session tracking, 1 to 100. A new session revokes the least recently used one.</summary>
    public int MaxSessionsPerUser { get; set; } = 20;

    /// <summary>The resource servers, which define the scopes of machine clients.</summary>
    public IList<ResourceServerOptions> ResourceServers { get; set; } = [];

    /// <summary>Failed sign-ins lock the password for a while (<c>docs/cognito.md#attempt-limits-and-lockout</c>).</summary>
    public bool LockoutEnabled { get; set; } = true;

    /// <summary>With existence errors prevented, <c>ForgotPassword</c> for a user without a verified contact simulates a delivery. Otherwise the response reveals that there is none, which real pools also do.</summary>
    public bool SimulateMissingContact { get; set; }

    internal bool HasScope(string scope) => ResourceServers.Any(server => server.Scopes.Any(name => scope == $"{server.Identifier}/{name}"));

    internal bool OffersMfa(string factor) => MfaConfiguration != MfaConfiguration.Off && (EnabledMfas.Count == 0 || EnabledMfas.Contains(factor, StringComparer.Ordinal));

    internal bool AllowsFirstFactor(string factor) => AllowedFirstAuthFactors.Count == 0 || AllowedFirstAuthFactors.Contains(factor, StringComparer.Ordinal);
}

/// <summary>Whether users have a second factor.</summary>
public enum MfaConfiguration
{
    /// <summary>No user has a second factor.</summary>
    Off,

    /// <summary>Users who enabled a second factor need it.</summary>
    Optional,

    /// <summary>Every user needs a second factor. A user without one must set it up during the sign-in.</summary>
    On,
}

/// <summary>How the pool treats known devices. As in Cognito, setting it turns device tracking on.</summary>
public sealed class DeviceConfigurationOptions
{
    /// <summary>A remembered device replaces the second factor, so that only sign-ins from new devices need one.</summary>
    public bool ChallengeRequiredOnNewDevice { get; set; }

    /// <summary>A confirmed device is not remembered automatically: the app asks the user and sends the decision with <c>UpdateDeviceStatus</c>.</summary>
    public bool DeviceOnlyRememberedOnUserPrompt { get; set; }
}

/// <summary>An API whose scopes machine clients can have.</summary>
public sealed class ResourceServerOptions
{
    /// <summary>The prefix of its scopes, such as <c>orders</c>.</summary>
    public string Identifier { get; set; } = "";

    /// <summary>The names of its scopes, such as <c>read</c>.</summary>
    public IList<string> Scopes { get; set; } = [];
}

/// <summary>A pool's password policy. The defaults are those of the console.</summary>
public sealed class PasswordPolicyOptions
{
    /// <summary>The minimum length, 6 to 99.</summary>
    public int MinimumLength { get; set; } = 8;

    /// <summary>At least one of A to Z.</summary>
    public bool RequireUppercase { get; set; } = true;

    /// <summary>At least one of a to z.</summary>
    public bool RequireLowercase { get; set; } = true;

    /// <summary>At least one digit.</summary>
    public bool RequireNumbers { get; set; } = true;

    /// <summary>At least one symbol.</summary>
    public bool RequireSymbols { get; set; } = true;

    /// <summary>Days until a temporary password expires.</summary>
    public int TemporaryPasswordValidityDays { get; set; } = 7;
}
