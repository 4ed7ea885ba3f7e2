using System.Text.Json;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>
/// The pool requires a second factor and the user has none. The user sets an authenticator app up within the challenge: <c>AssociateSoftwareToken</c>
/// and <c>VerifySoftwareToken</c> continue its session, and the session that the latter returns is the answer.
/// </summary>
internal sealed class MfaSetup : IChallenge
{
    public const string ChallengeName = "MFA_SETUP";

    public string Name => ChallengeName;

    public static AuthenticationResponse Open(SignInAttempt attempt)
    {
        string[] choices = attempt.Pool.Options.OffersMfa(SoftwareTokenMfa.ChallengeName) ? [SoftwareTokenMfa.ChallengeName] : [];
        return attempt.Challenge(
            ChallengeName,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["MFAS_CAN_SETUP"] = JsonSerializer.Serialize(choices, CognitoJson.Options) },
            new Progress(Secret: null, IsVerified: false));
    }

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        if (!answer.State<Progress>().IsVerified || answer.User.Mfa.SoftwareToken is null) throw SoftwareToken.NotFound();
        answer.User.Mfa.Enable(SoftwareTokenMfa.ChallengeName, isPreferred: answer.User.Mfa.Preferred is null);
        return SignInSteps.Finish(answer.Attempt);
    }

    /// <summary>The progress of the set-up.</summary>
    /// <param name="Secret">The last secret that the client received.</param>
    /// <param name="IsVerified">Whether a code proved that the user's app has the secret.</param>
    internal sealed record Progress(string? Secret, bool IsVerified);
}
