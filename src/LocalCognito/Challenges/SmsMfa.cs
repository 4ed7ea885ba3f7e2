namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A code by text message, as the second factor.</summary>
internal sealed class SmsMfa() : MessageChallenge(ChallengeName, UserAttributes.PhoneNumber), ISecondFactor
{
    public const string ChallengeName = "SMS_MFA";

    public bool IsSetUp(LocalUser user) => CanReach(user);

    public AuthenticationResponse OpenAsSecond(SignInAttempt attempt) => SendAsSecondFactor(attempt);
}
