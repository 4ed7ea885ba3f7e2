namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The end of setting up a factor inside a sign-in: its session says it all.</summary>
internal sealed class MfaSetup() : ChallengeAnswer("MFA_SETUP");
