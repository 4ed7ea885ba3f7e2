using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>
/// Makes the first answer of a passkey sign-in alike for every name. Cognito's own tells: a user with a passkey gets a challenge that lists it, one without gets a choice, and a name
/// that nobody has gets something at random (<c>docs/cognito.md#user-existence</c>). Here each gets the challenge of a passkey, and none lists any (WebAuthn level 3, 14.6.2 and 14.6.3): Cognito makes only
/// passkeys that the browser finds by itself.
/// </summary>
internal sealed class PasskeyChallenges(UserPoolSettings pool, AccountPrivacy privacy)
{
    // Sessions of Cognito have about 1,540 characters.
    private const int ChallengeBytes = 32;
    private const int SessionBytes = 1_150;

    /// <summary>The shortest life of a challenge session at Cognito.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>Whether Cognito is asked at all: a challenge that looks like one of the pool's needs the pool's settings.</summary>
    public bool MayStart => !privacy.IsHidden || pool.Passkeys is not null;

    /// <summary>The answer as it may be told: in <c>Hidden</c> mode the same for every name.</summary>
    public Result<SignInOutcome> Answer(Result<SignInOutcome> started, string username)
    {
        if (!privacy.IsHidden) return started;
        if (started.IsFailure(out var error, out var outcome))
        {
            if (privacy.MayReveal(error, Disclosure.Anyone)) return started;
            privacy.LogHidden(error);
            return Challenge(Random(SessionBytes), username, Random(ChallengeBytes));
        }

        // Cognito's own session goes along also where the challenge is ours: it refuses the answer.
        return outcome is SignInOutcome.ChallengeRequired { Challenge: { } posed }
            ? Challenge(posed.Session?.Reveal() ?? Random(SessionBytes), posed.Username, ChallengeOf(posed) ?? Random(ChallengeBytes))
            : started;
    }

    private SignInOutcome.ChallengeRequired Challenge(string session, string username, string challenge) => new(new Challenge(ChallengeAnswers.WebAuthn, new Secret(session), username)
    {
        // Base64url, a number, a domain name and a word: nothing in it needs to be escaped.
        CredentialRequestOptions = new JsonText(string.Create(CultureInfo.InvariantCulture, $$"""
            {"challenge":"{{challenge}}","timeout":{{Timeout.TotalMilliseconds}},"rpId":"{{pool.Passkeys!.RelyingPartyId}}","userVerification":"{{(pool.Passkeys.UserVerification is UserVerification.Required ? "required" : "preferred")}}"}
            """)),
    });

    private static string? ChallengeOf(Challenge posed) => posed is { Name: ChallengeAnswers.WebAuthn, PasskeyChallenge: { } challenge } && IsBase64Url(challenge) ? challenge : null;

    // The framework's own check lets white space pass, which a JSON string may not hold.
    private static bool IsBase64Url(string text) => text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '=');

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
