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

    /// <summary>There is no such user, and the client may not know: go on as if there were, and fail at the end.</summary>
    public bool UserNotFound { get; init; }
}

/// <summary>A round that is over.</summary>
/// <param name="ChallengeName"><c>CUSTOM_CHALLENGE</c>, <c>SRP_A</c> or <c>PASSWORD_VERIFIER</c>.</param>
/// <param name="ChallengeResult">It was answered well.</param>
/// <param name="ChallengeMetadata">What <c>CreateAuthChallenge</c> called it.</param>
public sealed record ChallengeResultElement(string ChallengeName, bool ChallengeResult, string? ChallengeMetadata = null);

/// <summary>What comes next.</summary>
public sealed record DefineAuthChallengeResponse
{
    /// <summary><c>CUSTOM_CHALLENGE</c>, or <c>PASSWORD_VERIFIER</c> after <c>SRP_A</c>.</summary>
    public string? ChallengeName { get; init; }

    /// <summary>The user is signed in.</summary>
    public bool IssueTokens { get; init; }

    /// <summary>The sign-in is over: <c>NotAuthorizedException</c>.</summary>
    public bool FailAuthentication { get; init; }
}
