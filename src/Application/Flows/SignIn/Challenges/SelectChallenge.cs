namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The choice between first factors; the chosen one may be answered at once.</summary>
internal sealed class SelectChallenge() : ChallengeAnswer("SELECT_CHALLENGE",
    Member.Choice(),
    Member.Password() with { IsRequired = false },
    Member.SrpA() with { IsRequired = false },
    Member.Credential() with { IsRequired = false });
