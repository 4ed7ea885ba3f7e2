namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>
/// A custom challenge: the pool's triggers create and verify it, round by round. Every answer spends its session, including a wrong one,
/// because the triggers decide whether the user can try again.
/// </summary>
internal sealed class CustomChallenge : IChallenge
{
    public const string ChallengeName = "CUSTOM_CHALLENGE";

    public string Name => ChallengeName;

    /// <summary>Calls <c>DefineAuthChallenge</c> for the next step.</summary>
    /// <param name="attempt">The sign-in.</param>
    /// <param name="rounds">The rounds so far.</param>
    /// <param name="clientPublic"><c>SRP_A</c>, when the flow started with SRP.</param>
    public static AuthenticationResponse Next(SignInAttempt attempt, IReadOnlyList<ChallengeResultElement> rounds, string? clientPublic = null)
    {
        var define = attempt.Pool.Triggers.DefineAuthChallenge ?? throw NotConfigured();
        var decision = TriggerCall.Run("DefineAuthChallenge", define, new DefineAuthChallengeRequest(attempt.Context("DefineAuthChallenge_Authentication"))
        {
            Session = rounds,
            UserNotFound = attempt.User.IsSimulated,
        });
        if (decision.FailAuthentication || (decision.IssueTokens && attempt.User.IsSimulated)) throw CognitoException.IncorrectCredentials();
        if (decision.IssueTokens) return SignInSteps.Finish(attempt);
        return decision.ChallengeName switch
        {
            ChallengeName => Create(attempt, rounds),
            PasswordVerifier.ChallengeName when clientPublic is not null => PasswordVerifier.Open(attempt, clientPublic, rounds),
            _ => throw TriggerCall.InvalidOutput(),
        };
    }

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var given = answer.Require("ANSWER");
        var issued = answer.State<IssuedChallenge>();
        var attempt = answer.Attempt;
        var verify = answer.Pool.Triggers.VerifyAuthChallengeResponse ?? throw NotConfigured();
        answer.Session.IsUsed = true;
        var verification = TriggerCall.Run("VerifyAuthChallengeResponse", verify, new VerifyAuthChallengeResponseRequest(attempt.Context("VerifyAuthChallengeResponse_Authentication"))
        {
            PrivateChallengeParameters = issued.PrivateParameters,
            ChallengeAnswer = given,
            UserNotFound = attempt.User.IsSimulated,
        });
        return Next(attempt, [.. issued.Rounds, new ChallengeResultElement(ChallengeName, verification.AnswerCorrect, issued.Metadata)]);
    }

    private static AuthenticationResponse Create(SignInAttempt attempt, IReadOnlyList<ChallengeResultElement> rounds)
    {
        var create = attempt.Pool.Triggers.CreateAuthChallenge ?? throw NotConfigured();
        var challenge = TriggerCall.Run("CreateAuthChallenge", create, new CreateAuthChallengeRequest(attempt.Context("CreateAuthChallenge_Authentication"))
        {
            ChallengeName = ChallengeName,
            Session = rounds,
            UserNotFound = attempt.User.IsSimulated,
        });
        return attempt.Challenge(
            ChallengeName,
            new Dictionary<string, string>(challenge.PublicChallengeParameters, StringComparer.Ordinal) { ["USERNAME"] = attempt.User.Username },
            new IssuedChallenge(rounds, challenge.PrivateChallengeParameters, challenge.ChallengeMetadata));
    }

    private static CognitoException NotConfigured() => CognitoException.InvalidParameter("Custom auth lambda trigger is not configured for the user pool.");

    private sealed record IssuedChallenge(IReadOnlyList<ChallengeResultElement> Rounds, IReadOnlyDictionary<string, string> PrivateParameters, string? Metadata);
}
