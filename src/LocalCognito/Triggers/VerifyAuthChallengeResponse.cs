namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A custom challenge was answered (<c>VerifyAuthChallengeResponse_Authentication</c>).</summary>
public sealed record VerifyAuthChallengeResponseRequest : TriggerRequest
{
    internal VerifyAuthChallengeResponseRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary>What <c>CreateAuthChallenge</c> kept.</summary>
    public required IReadOnlyDictionary<string, string> PrivateChallengeParameters { get; init; }

    /// <summary>The client's <c>ANSWER</c>.</summary>
    public required string ChallengeAnswer { get; init; }

    /// <summary>There is no such user, and the client may not know.</summary>
    public bool UserNotFound { get; init; }
}

/// <summary>The judgement.</summary>
public sealed record VerifyAuthChallengeResponseResponse
{
    /// <summary>The answer is right.</summary>
    public bool AnswerCorrect { get; init; }
}
