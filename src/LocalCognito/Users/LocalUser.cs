using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Passkeys;
using CognitoAuth.LocalCognito.Srp;
using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>An account with its codes, factors, devices and sessions. Guarded by the pool's lock.</summary>
internal sealed class LocalUser(string username, string sub, string poolName, DateTimeOffset createdAt)
{
    public string Username { get; } = username;

    /// <summary>The immutable UUID.</summary>
    public string Sub { get; } = sub;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset ModifiedAt { get; set; } = createdAt;

    public UserStatus Status { get; set; }

    public bool IsEnabled { get; set; } = true;

    public PasswordHash? Password { get; private set; }

    /// <summary>The same password for SRP.</summary>
    public SrpVerifier? SrpVerifier { get; private set; }

    /// <summary>When a temporary password expires; null for a password that the user chose.</summary>
    public DateTimeOffset? TemporaryPasswordExpiresAt { get; set; }

    /// <summary>All attributes without <c>sub</c>, in the order in which they were set.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<string> Groups { get; } = [];

    public ConfirmationCodes Codes { get; } = new();

    public AttemptLimits Attempts { get; } = new();

    public PasswordLockout Lockout { get; } = new();

    public TokenFamilies Sessions { get; } = new();

    public MfaSettings Mfa { get; } = new();

    public UserPasskeys Passkeys { get; } = new();

    /// <summary>The confirmed devices.</summary>
    public UserDevices Devices { get; } = new();

    /// <summary>The unknown name that this user simulates; null for a real user. A simulated user is in no directory and cannot sign in (<c>docs/cognito.md#user-existence</c>).</summary>
    public string? SimulatedFor { get; init; }

    public bool IsSimulated => SimulatedFor is not null;

    /// <summary>Whether this is a name of the user. A simulated user has two.</summary>
    public bool IsNamed(string name) => name == Username || name == SimulatedFor;

    public string? Attribute(string name) => Attributes.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public bool HasVerified(string attribute) =>
        Attribute(attribute) is not null && string.Equals(Attribute(UserAttributes.VerifiedFlag(attribute)), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sets an attribute; an empty value removes it.</summary>
    public void SetAttribute(string name, string value)
    {
        if (value.Length == 0) Attributes.Remove(name);
        else Attributes[name] = value;
    }

    /// <summary>Called when the address or number changes: a code that was sent to the old one does not verify the new one.</summary>
    public void MarkUnverified(string attribute)
    {
        if (Attribute(attribute) is null) Attributes.Remove(UserAttributes.VerifiedFlag(attribute));
        else Attributes[UserAttributes.VerifiedFlag(attribute)] = "false";
        Codes.Spend(attribute == UserAttributes.Email ? CodePurpose.VerifyEmail : CodePurpose.VerifyPhoneNumber);
    }

    public void MarkVerified(string attribute) => Attributes[UserAttributes.VerifiedFlag(attribute)] = "true";

    public void SetPassword(string password)
    {
        Hash(password);
        TemporaryPasswordExpiresAt = null;
    }

    public void SetTemporaryPassword(string password, DateTimeOffset expiresAt)
    {
        Hash(password);
        TemporaryPasswordExpiresAt = expiresAt;
        Status = UserStatus.ForceChangePassword;
    }

    /// <summary>The attributes on the wire: <c>sub</c> first, as in Cognito's responses.</summary>
    public IReadOnlyList<AttributeType> WireAttributes() =>
        [new(UserAttributes.Sub, Sub), .. Attributes.Where(attribute => attribute.Value.Length > 0).Select(attribute => new AttributeType(attribute.Key, attribute.Value))];

    private void Hash(string password)
    {
        Password = new PasswordHash(password);
        SrpVerifier = new SrpVerifier(poolName, Username, password);
    }
}
