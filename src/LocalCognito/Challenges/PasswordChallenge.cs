namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The plain password, as a choice of <c>USER_AUTH</c>.</summary>
internal sealed class PasswordChallenge : IFirstFactor
{
    public const string ChallengeName = "PASSWORD";

    public string Name => ChallengeName;

    public bool IsAvailable(LocalUser user) => user.Password is not null;

    public AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters) =>
        parameters.TryGetValue("PASSWORD", out var password) && password.Length > 0 ? PasswordProof.Answer(attempt, password) : attempt.Challenge(ChallengeName);

    public AuthenticationResponse Answer(ChallengeAnswer answer) => PasswordProof.Answer(answer.Attempt, answer.Require("PASSWORD"));
}
