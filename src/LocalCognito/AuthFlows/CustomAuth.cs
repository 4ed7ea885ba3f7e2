namespace CognitoAuth.LocalCognito.AuthFlows;

/// <summary>A sign-in whose challenges the pool's triggers define. The client can start it with SRP.</summary>
internal sealed class CustomAuth : IAuthFlow
{
    public string Name => "CUSTOM_AUTH";

    public AuthenticationResponse Start(AuthFlowStart start)
    {
        var attempt = start.Identify(start.Require("USERNAME"));
        PasswordProof.RequireUsableState(attempt.User);
        return start.Find("CHALLENGE_NAME") == "SRP_A"
            ? CustomChallenge.Next(attempt, [new ChallengeResultElement("SRP_A", ChallengeResult: true)], start.Require("SRP_A"))
            : CustomChallenge.Next(attempt, []);
    }
}
