using CognitoAuth.LocalCognito.Srp;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The second half of SRP: the client proves that it knows the password. It can also name the user's device.</summary>
internal sealed class PasswordVerifier : IChallenge
{
    public const string ChallengeName = "PASSWORD_VERIFIER";

    public string Name => ChallengeName;

    /// <summary>Starts SRP with the client's public value.</summary>
    /// <param name="attempt">The sign-in.</param>
    /// <param name="clientPublic"><c>SRP_A</c>.</param>
    /// <param name="rounds">The rounds so far, when SRP is part of <c>CUSTOM_AUTH</c>.</param>
    public static AuthenticationResponse Open(SignInAttempt attempt, string clientPublic, IReadOnlyList<ChallengeResultElement>? rounds = null)
    {
        var proof = Start(attempt, clientPublic);
        return attempt.Challenge(ChallengeName, proof.Parameters(attempt.User.Username), new State(proof, rounds));
    }

    /// <summary>Like <see cref="Open"/>, but without a <c>Session</c>: in <c>USER_SRP_AUTH</c> Cognito returns none and identifies the sign-in by its secret block.</summary>
    public static AuthenticationResponse OpenWithoutSession(SignInAttempt attempt, string clientPublic)
    {
        var proof = Start(attempt, clientPublic);
        attempt.Pool.Sessions.Open(attempt.Session(ChallengeName, new State(proof, Rounds: null)), proof.SecretBlock);
        var parameters = proof.Parameters(attempt.User.Username);
        parameters["USER_ID_FOR_SRP"] = attempt.User.Username;
        return new AuthenticationResponse(ChallengeName, Session: null, parameters, AuthenticationResult: null);
    }

    public string? SessionWithin(IReadOnlyDictionary<string, string> responses) => responses.GetValueOrDefault(SrpProof.SecretBlockResponse);

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var state = answer.State<State>();
        PasswordProof.Require(answer.Attempt, state.Proof.Read(answer, answer.Pool.Name, answer.User.Username));
        var attempt = answer.Attempt with { Device = DeviceOf(answer) };
        return state.Rounds is { } rounds
            ? CustomChallenge.Next(attempt, [.. rounds, new ChallengeResultElement(ChallengeName, ChallengeResult: true)])
            : SignInSteps.AfterPassword(attempt);
    }

    // Cognito considers a device only when the password was proven by SRP (docs/cognito.md#devices).
    private static SignInDevice? DeviceOf(ChallengeAnswer answer) =>
        answer.Pool.Options.DeviceConfiguration is not null && answer.Find("DEVICE_KEY") is { } key ? new SignInDevice(answer.User.Devices.Require(key), IsProven: false) : null;

    private static SrpProof Start(SignInAttempt attempt, string clientPublic) =>
        new(attempt.User.SrpVerifier ?? SrpVerifier.Simulated(attempt.User.Username, attempt.Pool.SimulationKey), clientPublic);

    private sealed record State(SrpProof Proof, IReadOnlyList<ChallengeResultElement>? Rounds);
}
