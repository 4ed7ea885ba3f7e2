namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>A code of an authenticator app (TOTP, RFC 6238).</summary>
internal sealed class SoftwareTokenMfa() : ChallengeAnswer("SOFTWARE_TOKEN_MFA", Member.Code("SOFTWARE_TOKEN_MFA_CODE"));
