namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A code by e-mail: the first factor of <c>USER_AUTH</c>, or the second factor after a password.</summary>
internal sealed class EmailOtp() : MessageChallenge(ChallengeName, UserAttributes.Email), IFirstFactor, ISecondFactor
{
    public const string ChallengeName = "EMAIL_OTP";

    public bool IsAvailable(LocalUser user) => CanReach(user);

    public bool IsSetUp(LocalUser user) => CanReach(user);

    public AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters) => SendAsFirstFactor(attempt);

    public AuthenticationResponse OpenAsSecond(SignInAttempt attempt) => SendAsSecondFactor(attempt);
}
