namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The choice between second factors.</summary>
internal sealed class SelectMfaType() : ChallengeAnswer("SELECT_MFA_TYPE", Member.Choice());
