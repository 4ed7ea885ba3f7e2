namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The password, after it was chosen.</summary>
internal sealed class Password() : ChallengeAnswer("PASSWORD", Member.Password());
