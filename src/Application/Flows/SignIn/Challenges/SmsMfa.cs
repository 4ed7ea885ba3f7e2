namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>A code by SMS, as the second factor.</summary>
internal sealed class SmsMfa() : ChallengeAnswer("SMS_MFA", Member.Code("SMS_MFA_CODE"));
