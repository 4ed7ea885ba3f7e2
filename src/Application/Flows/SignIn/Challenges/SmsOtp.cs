namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>A code by SMS, as the first factor.</summary>
internal sealed class SmsOtp() : ChallengeAnswer("SMS_OTP", Member.Code("SMS_OTP_CODE"));
