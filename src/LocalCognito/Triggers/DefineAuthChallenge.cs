namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A round of <c>CUSTOM_AUTH</c> begins (<c>DefineAuthChallenge_Authentication</c>).</summary>
public sealed record DefineAuthChallengeRequest : TriggerRequest
{
    internal DefineAuthChallengeRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary>The rounds so far, oldest first.</summary>
    public required IReadOnlyList<ChallengeResultElement> Session { get; init; }

    /// <summary>The user does not exist, and the client must not find out: continue as for an existing user, and fail at the end.</summary>
    public bool UserNotFound { get; init; }
}

/// <summary>A completed round.</summary>
/// <param name="ChallengeName"><c>CUSTOM_CHALLENGE</c>, <c>SRP_A</c> or <c>PASSWORD_VERIFIER</c>.</param>
/// <param name="ChallengeResult">Whether the answer was correct.</param>
/// <param name="ChallengeMetadata">The name that <c>CreateAuthChallenge</c> gave the challenge.</param>
public sealed record ChallengeResultElement(string ChallengeName, bool ChallengeResult, string? ChallengeMetadata = null);

/// <summary>The next step of the sign-in.</summary>
public sealed record DefineAuthChallengeResponse
{
    /// <summary><c>CUSTOM_CHALLENGE</c>, or <c>PASSWORD_VERIFIER</c> after <c>SRP_A</c>.</summary>
    public string? ChallengeName { get; init; }

    /// <summary>Signs the user in.</summary>
    public bool IssueTokens { get; init; }

    /// <summary>Ends the sign-in with <c>NotAuthorizedException</c>.</summary>
    public bool FailAuthentication { get; init; }
}
