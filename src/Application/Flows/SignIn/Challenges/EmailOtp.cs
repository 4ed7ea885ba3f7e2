namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>A code by e-mail.</summary>
internal sealed class EmailOtp() : ChallengeAnswer("EMAIL_OTP", Member.Code("EMAIL_OTP_CODE"));
