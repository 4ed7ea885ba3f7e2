namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The answer to a question of the pool's own triggers.</summary>
internal sealed class CustomChallenge() : ChallengeAnswer("CUSTOM_CHALLENGE", new Member("answer", "ANSWER", command => command.Answer));
