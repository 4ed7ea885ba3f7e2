namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The password by SRP, as a choice of <c>USER_AUTH</c>. The answer starts the exchange.</summary>
internal sealed class PasswordSrp : IFirstFactor
{
    public string Name => "PASSWORD_SRP";

    public string AuthFactor => PasswordChallenge.ChallengeName;

    public bool IsAvailable(LocalUser user) => user.Password is not null;

    public AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters) =>
        parameters.TryGetValue("SRP_A", out var clientPublic) && clientPublic.Length > 0 ? PasswordVerifier.Open(attempt, clientPublic) : attempt.Challenge(Name);

    public AuthenticationResponse Answer(ChallengeAnswer answer) => PasswordVerifier.Open(answer.Attempt, answer.Require("SRP_A"));
}
