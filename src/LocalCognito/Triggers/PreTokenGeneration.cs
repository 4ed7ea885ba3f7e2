namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>Tokens are about to be issued (<c>TokenGeneration_Authentication</c>, <c>TokenGeneration_NewPasswordChallenge</c>, <c>TokenGeneration_RefreshTokens</c>).</summary>
public sealed record PreTokenGenerationRequest : TriggerRequest
{
    internal PreTokenGenerationRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary>The user's groups.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The scopes of the access token.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }
}

/// <summary>The changes, in the form of event version 2. Reserved claims (<c>sub</c>, <c>iss</c>, <c>exp</c> …) cannot be changed.</summary>
public sealed record PreTokenGenerationResponse
{
    /// <summary>Changes to the ID token.</summary>
    public TokenGeneration? IdTokenGeneration { get; init; }

    /// <summary>Changes to the access token.</summary>
    public TokenGeneration? AccessTokenGeneration { get; init; }

    /// <summary>Changes to the groups, in both tokens.</summary>
    public GroupOverrideDetails? GroupOverrideDetails { get; init; }
}

/// <summary>Changes to one token.</summary>
public sealed record TokenGeneration
{
    /// <summary>Claims to add or to replace: strings, numbers, booleans, lists, maps.</summary>
    public IReadOnlyDictionary<string, object> ClaimsToAddOrOverride { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Claims to leave out.</summary>
    public IReadOnlyList<string> ClaimsToSuppress { get; init; } = [];

    /// <summary>Scopes to add (access token).</summary>
    public IReadOnlyList<string> ScopesToAdd { get; init; } = [];

    /// <summary>Scopes to leave out (access token).</summary>
    public IReadOnlyList<string> ScopesToSuppress { get; init; } = [];
}

/// <summary>The groups in the tokens, instead of the user's groups.</summary>
public sealed record GroupOverrideDetails
{
    /// <summary>The groups; null leaves them as they are.</summary>
    public IReadOnlyList<string>? GroupsToOverride { get; init; }

    /// <summary><c>cognito:roles</c> of the ID token.</summary>
    public IReadOnlyList<string>? IamRolesToOverride { get; init; }

    /// <summary><c>cognito:preferred_role</c> of the ID token.</summary>
    public string? PreferredRole { get; init; }
}
