namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The start of SRP, after it was chosen.</summary>
internal sealed class PasswordSrp() : ChallengeAnswer("PASSWORD_SRP", Member.SrpA());
