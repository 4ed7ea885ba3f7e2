using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Triggers;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>
/// A challenge of the pool owner's own: triggers pose and judge it, round by round. Every answer spends its session, a wrong one too:
/// the triggers decide about another try.
/// </summary>
internal sealed class CustomChallenge : IChallenge
{
    public const string ChallengeName = "CUSTOM_CHALLENGE";

    public string Name => ChallengeName;

    /// <summary>Asks <c>DefineAuthChallenge</c> how to go on.</summary>
    /// <param name="attempt">The sign-in.</param>
    /// <param name="rounds">The rounds so far.</param>
    /// <param name="clientPublic"><c>SRP_A</c>, where the flow began with it.</param>
    public static AuthenticationResponse Next(SignInAttempt attempt, IReadOnlyList<ChallengeResultElement> rounds, string? clientPublic = null)
    {
        var define = attempt.Pool.Triggers.DefineAuthChallenge ?? throw NotConfigured();
        var decision = TriggerCall.Run("DefineAuthChallenge", define, new DefineAuthChallengeRequest(attempt.Context("DefineAuthChallenge_Authentication"))
        {
            Session = rounds,
            UserNotFound = attempt.User.IsInvented,
        });
        if (decision.FailAuthentication || (decision.IssueTokens && attempt.User.IsInvented))
            throw CognitoException.IncorrectCredentials();
        if (decision.IssueTokens)
            return SignInSteps.Finish(attempt);
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
        var posed = answer.State<Posed>();
        var attempt = answer.Attempt;
        var verify = answer.Pool.Triggers.VerifyAuthChallengeResponse ?? throw NotConfigured();
        answer.Session.IsUsed = true;
        var judgement = TriggerCall.Run("VerifyAuthChallengeResponse", verify, new VerifyAuthChallengeResponseRequest(attempt.Context("VerifyAuthChallengeResponse_Authentication"))
        {
            PrivateChallengeParameters = posed.PrivateParameters,
            ChallengeAnswer = given,
            UserNotFound = attempt.User.IsInvented,
        });
        return Next(attempt, [.. posed.Rounds, new ChallengeResultElement(ChallengeName, judgement.AnswerCorrect, posed.Metadata)]);
    }

    private static AuthenticationResponse Create(SignInAttempt attempt, IReadOnlyList<ChallengeResultElement> rounds)
    {
        var create = attempt.Pool.Triggers.CreateAuthChallenge ?? throw NotConfigured();
        var challenge = TriggerCall.Run("CreateAuthChallenge", create, new CreateAuthChallengeRequest(attempt.Context("CreateAuthChallenge_Authentication"))
        {
            ChallengeName = ChallengeName,
            Session = rounds,
            UserNotFound = attempt.User.IsInvented,
        });
        return attempt.Challenge(
            ChallengeName,
            new Dictionary<string, string>(challenge.PublicChallengeParameters, StringComparer.Ordinal) { ["USERNAME"] = attempt.User.Username },
            new Posed(rounds, challenge.PrivateChallengeParameters, challenge.ChallengeMetadata));
    }

    private static CognitoException NotConfigured() => CognitoException.InvalidParameter("Custom auth lambda trigger is not configured for the user pool.");

    private sealed record Posed(IReadOnlyList<ChallengeResultElement> Rounds, IReadOnlyDictionary<string, string> PrivateParameters, string? Metadata);
}
