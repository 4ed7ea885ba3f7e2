namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A custom challenge is needed (<c>CreateAuthChallenge_Authentication</c>).</summary>
public sealed record CreateAuthChallengeRequest : TriggerRequest
{
    internal CreateAuthChallengeRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary><c>CUSTOM_CHALLENGE</c>.</summary>
    public required string ChallengeName { get; init; }

    /// <summary>The rounds so far, oldest first.</summary>
    public required IReadOnlyList<ChallengeResultElement> Session { get; init; }

    /// <summary>There is no such user, and the client may not know.</summary>
    public bool UserNotFound { get; init; }
}

/// <summary>The challenge.</summary>
public sealed record CreateAuthChallengeResponse
{
    /// <summary>What the client gets.</summary>
    public IReadOnlyDictionary<string, string> PublicChallengeParameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What <c>VerifyAuthChallengeResponse</c> gets, and nobody else.</summary>
    public IReadOnlyDictionary<string, string> PrivateChallengeParameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A name for it, for later rounds.</summary>
    public string? ChallengeMetadata { get; init; }
}
