namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A user who is not in the pool signs in with a password (<c>UserMigration_Authentication</c>) or forgot it (<c>UserMigration_ForgotPassword</c>).</summary>
public sealed record UserMigrationRequest : TriggerRequest
{
    internal UserMigrationRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary>The typed password; null when the user forgot it.</summary>
    public string? Password { get; init; }

    /// <summary><c>ClientMetadata</c> of <c>InitiateAuth</c>.</summary>
    public required IReadOnlyDictionary<string, string> ValidationData { get; init; }
}

/// <summary>The user to add.</summary>
public sealed record UserMigrationResponse
{
    /// <summary>The attributes, including <c>email_verified</c> and <c>phone_number_verified</c>.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary><see cref="UserStatus.Confirmed"/> keeps the typed password; otherwise the user must set a new one.</summary>
    public UserStatus FinalUserStatus { get; init; } = UserStatus.ResetRequired;

    /// <summary>Moves an alias to this user when another user has it.</summary>
    public bool ForceAliasCreation { get; init; }
}
