namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The choice of <c>USER_AUTH</c>. The answer can also contain the answer to the chosen factor.</summary>
internal sealed class SelectChallenge : IChallenge
{
    private const string ChallengeName = "SELECT_CHALLENGE";

    public string Name => ChallengeName;

    public static AuthenticationResponse Open(SignInAttempt attempt, IEnumerable<IFirstFactor> available) =>
        available.Any(factor => factor is WebAuthn) ? WebAuthn.Issue(attempt, ChallengeName) : attempt.Challenge(ChallengeName);

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var choice = answer.Require("ANSWER");
        var factor = FirstFactors.Available(answer.Attempt).Find(factor => factor.Name == choice)
            ?? throw CognitoException.InvalidParameter("The selected challenge is not available for the user.");
        return factor.AnswerChoice(answer);
    }
}
