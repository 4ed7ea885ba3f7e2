namespace CognitoAuth.Domain;

/// <summary>The length of a challenge session, as callers receive and send it.</summary>
public static class ChallengeSession
{
    /// <summary>In characters: Cognito's own limit.</summary>
    public const int MinimumLength = 20;

    /// <summary>In characters: Cognito's 2,048, plus the prefix that the gateway adds to some.</summary>
    public const int MaximumLength = 2_060;
}
