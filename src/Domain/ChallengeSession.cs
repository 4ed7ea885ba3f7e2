namespace CognitoAuth.Domain;

/// <summary>How long the text of a challenge session is, as callers get and send it.</summary>
public static class ChallengeSession
{
    /// <summary>In characters: Cognito's own limit.</summary>
    public const int MinimumLength = 20;

    /// <summary>In characters: Cognito's 2,048, and room for the mark that the gateway puts before some.</summary>
    public const int MaximumLength = 2_060;
}
