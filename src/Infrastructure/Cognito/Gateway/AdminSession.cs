namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>
/// Marks the sessions of sign-ins that began with IAM credentials: Cognito requires IAM credentials for the following steps too, and this API keeps no state of its own. Cognito's own sessions have no dot.
/// </summary>
internal static class AdminSession
{
    private const string Prefix = "admin.";

    /// <summary>Whether the session began with IAM credentials.</summary>
    public static bool Is(Secret? session) => session is not null && session.Reveal().StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Marks the session of a challenge; leaves tokens unchanged.</summary>
    public static SignInOutcome Tag(SignInOutcome outcome) => outcome is SignInOutcome.ChallengeRequired { Challenge: { Session: { } session } challenge }
        ? new SignInOutcome.ChallengeRequired(challenge with { Session = Tag(session) })
        : outcome;

    /// <summary>Marks a session.</summary>
    public static Secret Tag(Secret session) => new(Prefix + session.Reveal());

    /// <summary>The session without the mark, as Cognito issued it.</summary>
    public static Secret? Untag(Secret? session) => Is(session) ? new Secret(session!.Reveal()[Prefix.Length..]) : session;
}
