namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A custom challenge was answered (<c>VerifyAuthChallengeResponse_Authentication</c>).</summary>
public sealed record VerifyAuthChallengeResponseRequest : TriggerRequest
{
    internal VerifyAuthChallengeResponseRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary>The private parameters that <c>CreateAuthChallenge</c> returned.</summary>
    public required IReadOnlyDictionary<string, string> PrivateChallengeParameters { get; init; }

    /// <summary>The client's <c>ANSWER</c>.</summary>
    public required string ChallengeAnswer { get; init; }

    /// <summary>The user does not exist, and the client must not find out.</summary>
    public bool UserNotFound { get; init; }
}

/// <summary>The result of the verification.</summary>
public sealed record VerifyAuthChallengeResponseResponse
{
    /// <summary>The answer is correct.</summary>
    public bool AnswerCorrect { get; init; }
}
