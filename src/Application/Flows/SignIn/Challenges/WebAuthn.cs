namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>A passkey: what the browser made of the challenge's <c>credentialRequestOptions</c>.</summary>
internal sealed class WebAuthn() : ChallengeAnswer(ChallengeName, Member.Credential())
{
    public const string ChallengeName = "WEB_AUTHN";
}
