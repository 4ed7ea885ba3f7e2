namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The second half of SRP for a device: the client proves that it has the device's secret. The secret cannot be guessed, so there is no lockout.</summary>
internal sealed class DevicePasswordVerifier : IChallenge
{
    private const string ChallengeName = "DEVICE_PASSWORD_VERIFIER";

    public string Name => ChallengeName;

    public static AuthenticationResponse Open(SignInAttempt attempt, LocalDevice device, string clientPublic)
    {
        var proof = new SrpProof(device.Verifier, clientPublic);
        var parameters = proof.Parameters(attempt.User.Username);
        parameters["DEVICE_KEY"] = device.Key;
        return attempt.Challenge(ChallengeName, parameters, proof);
    }

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var device = answer.RequireDevice();
        if (!answer.State<SrpProof>().Read(answer, answer.Pool.DeviceGroupKey, device.Key)()) throw CognitoException.IncorrectCredentials();
        return SignInSteps.Finish(answer.Attempt with { Device = new SignInDevice(device, IsProven: true) });
    }
}
