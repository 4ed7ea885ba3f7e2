using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A name that is not in the pool signs in with a password (<c>UserMigration_Authentication</c>) or forgot it (<c>UserMigration_ForgotPassword</c>).</summary>
public sealed record UserMigrationRequest : TriggerRequest
{
    internal UserMigrationRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary>The password that was typed; null when it was forgotten.</summary>
    public string? Password { get; init; }

    /// <summary><c>ClientMetadata</c> of <c>InitiateAuth</c>.</summary>
    public required IReadOnlyDictionary<string, string> ValidationData { get; init; }
}

/// <summary>The user to add.</summary>
public sealed record UserMigrationResponse
{
    /// <summary>The attributes, <c>email_verified</c> and <c>phone_number_verified</c> among them.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary><see cref="UserStatus.Confirmed"/> keeps the typed password; otherwise the user must set a new one.</summary>
    public UserStatus FinalUserStatus { get; init; } = UserStatus.ResetRequired;

    /// <summary>Takes an alias from whoever has it.</summary>
    public bool ForceAliasCreation { get; init; }
}
