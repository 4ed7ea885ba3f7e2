namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A code by text message as the first factor of <c>USER_AUTH</c>.</summary>
internal sealed class SmsOtp() : MessageChallenge(ChallengeName, UserAttributes.PhoneNumber), IFirstFactor
{
    public const string ChallengeName = "SMS_OTP";

    public bool IsAvailable(LocalUser user) => CanReach(user);

    public AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters) => SendAsFirstFactor(attempt);
}
