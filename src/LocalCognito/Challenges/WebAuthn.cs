using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Passkeys;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A passkey. An answer spends its session, a wrong one too: a challenge is signed once.</summary>
internal sealed class WebAuthn : IFirstFactor
{
    public const string ChallengeName = "WEB_AUTHN";

    private const string CredentialResponse = "CREDENTIAL";

    public string Name => ChallengeName;

    public bool IsOffered(LocalUserPool pool) => pool.Options.WebAuthnConfiguration.RelyingPartyId.Length > 0;

    public bool IsAvailable(LocalUser user) => user.Passkeys.All.Count > 0;

    public bool ReplacesMfa(LocalUserPool pool, LocalUser user) =>
        pool.Options.WebAuthnConfiguration.FactorConfiguration is FactorConfiguration.MultiFactorWithUserVerification && user.Mfa.IsPasskeyEnough;

    public AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters) => Pose(attempt, ChallengeName);

    /// <summary>Poses a challenge that a passkey can answer: this one, or the choice between factors, whose answer may bring the passkey's along.</summary>
    public static AuthenticationResponse Pose(SignInAttempt attempt, string name)
    {
        var posed = new Posed(
            RelyingParty.NewChallenge(),
            VerifiesUser: attempt.Pool.Options.WebAuthnConfiguration.UserVerification is UserVerification.Required || new WebAuthn().ReplacesMfa(attempt.Pool, attempt.User));
        var options = attempt.Pool.RelyingParty.RequestOptions(attempt.User, posed.Challenge, posed.VerifiesUser, attempt.Client.Options.AuthSessionValidity);
        return attempt.Challenge(
            name,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["CREDENTIAL_REQUEST_OPTIONS"] = JsonSerializer.Serialize(options, CognitoJson.Options) },
            posed);
    }

    public AuthenticationResponse AnswerChoice(ChallengeAnswer answer) =>
        answer.Responses.ContainsKey(CredentialResponse) ? Answer(answer) : OpenAsFirst(answer.Attempt, answer.Responses);

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var credential = answer.Require(CredentialResponse);
        var posed = answer.State<Posed>();
        answer.Session.IsUsed = true;
        answer.Pool.RelyingParty.Verify(answer.User, posed.Challenge, posed.VerifiesUser, PublicKeyCredential.Parse(credential));
        return ReplacesMfa(answer.Pool, answer.User) ? SignInSteps.Finish(answer.Attempt) : SignInSteps.AfterFirstFactor(answer.Attempt);
    }

    /// <summary>What was asked.</summary>
    /// <param name="Challenge">To be signed.</param>
    /// <param name="VerifiesUser">The device must verify its owner.</param>
    private sealed record Posed(byte[] Challenge, bool VerifiesUser);
}
