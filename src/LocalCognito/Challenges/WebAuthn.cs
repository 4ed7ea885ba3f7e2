using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Passkeys;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A passkey. Every answer spends its session, including a wrong one, because a challenge must be signed only once.</summary>
internal sealed class WebAuthn : IFirstFactor
{
    public const string ChallengeName = "WEB_AUTHN";

    private const string CredentialResponse = "CREDENTIAL";

    public string Name => ChallengeName;

    public bool IsOffered(LocalUserPool pool) => pool.Options.WebAuthnConfiguration.RelyingPartyId.Length > 0;

    public bool IsAvailable(LocalUser user) => user.Passkeys.All.Count > 0;

    public bool ReplacesMfa(LocalUserPool pool, LocalUser user) =>
        pool.Options.WebAuthnConfiguration.FactorConfiguration is FactorConfiguration.MultiFactorWithUserVerification && user.Mfa.IsPasskeyEnough;

    public AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters) => Issue(attempt, ChallengeName);

    /// <summary>Issues a challenge that a passkey can answer: this one, or the choice between factors, whose answer can contain the passkey's answer.</summary>
    public static AuthenticationResponse Issue(SignInAttempt attempt, string name)
    {
        var issued = new IssuedChallenge(
            RelyingParty.NewChallenge(),
            VerifiesUser: attempt.Pool.Options.WebAuthnConfiguration.UserVerification is UserVerification.Required || new WebAuthn().ReplacesMfa(attempt.Pool, attempt.User));
        var options = attempt.Pool.RelyingParty.RequestOptions(attempt.User, issued.Challenge, issued.VerifiesUser, attempt.Client.Options.AuthSessionValidity);
        return attempt.Challenge(
            name,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["CREDENTIAL_REQUEST_OPTIONS"] = JsonSerializer.Serialize(options, CognitoJson.Options) },
            issued);
    }

    public AuthenticationResponse AnswerChoice(ChallengeAnswer answer) =>
        answer.Responses.ContainsKey(CredentialResponse) ? Answer(answer) : OpenAsFirst(answer.Attempt, answer.Responses);

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var credential = answer.Require(CredentialResponse);
        var issued = answer.State<IssuedChallenge>();
        answer.Session.IsUsed = true;
        answer.Pool.RelyingParty.Verify(answer.User, issued.Challenge, issued.VerifiesUser, PublicKeyCredential.Parse(credential));
        return ReplacesMfa(answer.Pool, answer.User) ? SignInSteps.Finish(answer.Attempt) : SignInSteps.AfterFirstFactor(answer.Attempt);
    }

    /// <summary>The issued challenge.</summary>
    /// <param name="Challenge">The bytes that the passkey signs.</param>
    /// <param name="VerifiesUser">Whether the device must verify its owner.</param>
    private sealed record IssuedChallenge(byte[] Challenge, bool VerifiesUser);
}
