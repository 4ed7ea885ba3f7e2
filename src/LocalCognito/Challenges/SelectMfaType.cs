using System.Text.Json;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The user has several second factors and no preference, and must choose one.</summary>
internal sealed class SelectMfaType : IChallenge
{
    private const string ChallengeName = "SELECT_MFA_TYPE";

    public string Name => ChallengeName;

    public static AuthenticationResponse Open(SignInAttempt attempt, IEnumerable<ISecondFactor> factors) => attempt.Challenge(
        ChallengeName,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MFAS_CAN_CHOOSE"] = JsonSerializer.Serialize(factors.Select(factor => factor.Name), CognitoJson.Options),
        });

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        // EMAIL_MFA is the documented value. Amplify sends EMAIL_OTP.
        var choice = answer.Require("ANSWER") is var given and not "EMAIL_MFA" ? given : EmailOtp.ChallengeName;
        var factor = SecondFactors.Usable(answer.Pool, answer.User).Find(factor => factor.Name == choice)
            ?? throw new CognitoException("MFAMethodNotFoundException", "The selected MFA method is not available for the user.");
        return factor.OpenAsSecond(answer.Attempt);
    }
}
