using System.Text.Json;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>
/// The pool requires a second factor and the user has none. An authenticator app is set up within the challenge: <c>AssociateSoftwareToken</c>
/// and <c>VerifySoftwareToken</c> carry its session on, and the session of the latter is the answer.
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
        if (!answer.State<Progress>().IsVerified || answer.User.Mfa.SoftwareToken is null)
            throw SoftwareToken.NotFound();
        answer.User.Mfa.Enable(SoftwareTokenMfa.ChallengeName, isPreferred: answer.User.Mfa.Preferred is null);
        return SignInSteps.Finish(answer.Attempt);
    }

    /// <summary>How far the set-up is.</summary>
    /// <param name="Secret">The secret that was handed out last.</param>
    /// <param name="IsVerified">A code proved that the user's app has it.</param>
    internal sealed record Progress(string? Secret, bool IsVerified);
}
