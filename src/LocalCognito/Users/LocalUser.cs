using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>An account and everything that hangs on it. Guarded by the pool's lock.</summary>
internal sealed class LocalUser(string username, string sub, DateTimeOffset createdAt)
{
    public string Username { get; } = username;

    /// <summary>The immutable UUID.</summary>
    public string Sub { get; } = sub;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset ModifiedAt { get; set; } = createdAt;

    public UserStatus Status { get; set; }

    public bool IsEnabled { get; set; } = true;

    public PasswordHash? Password { get; set; }

    /// <summary>When a temporary password ends; null for one that the user chose.</summary>
    public DateTimeOffset? TemporaryPasswordExpiresAt { get; set; }

    /// <summary>All attributes but <c>sub</c>, in the order in which they came.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<string> Groups { get; } = [];

    public ConfirmationCodes Codes { get; } = new();

    public AttemptLimits Attempts { get; } = new();

    public PasswordLockout Lockout { get; } = new();

    public TokenFamilies Sessions { get; } = new();

    public string? Attribute(string name) => Attributes.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public bool HasVerified(string attribute) =>
        Attribute(attribute) is not null && string.Equals(Attribute(UserAttributes.VerifiedFlag(attribute)), "true", StringComparison.OrdinalIgnoreCase);

    public void MarkVerified(string attribute) => Attributes[UserAttributes.VerifiedFlag(attribute)] = "true";

    public void SetPassword(string password)
    {
        Password = new PasswordHash(password);
        TemporaryPasswordExpiresAt = null;
    }

    public void SetTemporaryPassword(string password, DateTimeOffset expiresAt)
    {
        Password = new PasswordHash(password);
        TemporaryPasswordExpiresAt = expiresAt;
        Status = UserStatus.ForceChangePassword;
    }

    /// <summary>The attributes on the wire: <c>sub</c> first, as in Cognito's answers.</summary>
    public IReadOnlyList<AttributeType> WireAttributes() =>
        [new(UserAttributes.Sub, Sub), .. Attributes.Where(attribute => attribute.Value.Length > 0).Select(attribute => new AttributeType(attribute.Key, attribute.Value))];
}
