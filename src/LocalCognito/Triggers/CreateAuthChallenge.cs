namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>The sign-in needs a custom challenge (<c>CreateAuthChallenge_Authentication</c>).</summary>
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

    /// <summary>The user does not exist, and the client must not find out.</summary>
    public bool UserNotFound { get; init; }
}

/// <summary>The challenge that the trigger creates.</summary>
public sealed record CreateAuthChallengeResponse
{
    /// <summary>The parameters that the client receives.</summary>
    public IReadOnlyDictionary<string, string> PublicChallengeParameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The parameters that only <c>VerifyAuthChallengeResponse</c> receives.</summary>
    public IReadOnlyDictionary<string, string> PrivateChallengeParameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The name of the challenge, for later rounds.</summary>
    public string? ChallengeMetadata { get; init; }
}
