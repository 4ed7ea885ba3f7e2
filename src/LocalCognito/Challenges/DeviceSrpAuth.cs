namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The client named its device. The answer starts the SRP exchange that proves it.</summary>
internal sealed class DeviceSrpAuth : IChallenge
{
    private const string ChallengeName = "DEVICE_SRP_AUTH";

    public string Name => ChallengeName;

    public static AuthenticationResponse Open(SignInAttempt attempt) => attempt.Challenge(ChallengeName);

    public AuthenticationResponse Answer(ChallengeAnswer answer) =>
        DevicePasswordVerifier.Open(answer.Attempt, answer.RequireDevice(), answer.Require("SRP_A"));
}
