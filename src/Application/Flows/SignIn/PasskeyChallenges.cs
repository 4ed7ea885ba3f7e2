using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace CognitoAuth.Application.Flows.SignIn;

/// <summary>
/// Makes the first response of a passkey sign-in the same for every name. Cognito's response reveals the account: a user with a passkey gets a challenge that lists it, a user without gets a choice, and
/// an unknown name gets a random one of both (<c>docs/cognito.md#user-existence</c>). Here every name gets a passkey challenge that lists none (WebAuthn level 3, 14.6.2 and 14.6.3): browsers find
/// Cognito's passkeys without a list.
/// </summary>
internal sealed class PasskeyChallenges(UserPoolSettings pool, AccountPrivacy privacy)
{
    // Cognito's sessions have about 1,540 characters.
    private const int ChallengeBytes = 32;
    private const int SessionBytes = 1_150;

    /// <summary>Cognito's shortest lifetime of a challenge session.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>Whether passkey sign-ins can start: a generated challenge needs the pool's settings.</summary>
    public bool MayStart => !privacy.IsHidden || pool.Passkeys is not null;

    /// <summary>The outcome that the caller gets: in <c>Hidden</c> mode the same for every name.</summary>
    public Result<SignInOutcome> Conceal(Result<SignInOutcome> started, string username)
    {
        if (!privacy.IsHidden) return started;
        if (started.IsFailure(out var error, out var outcome))
        {
            if (privacy.MayReveal(error, Disclosure.Anyone)) return started;
            privacy.LogHidden(error);
            return Challenge(Random(SessionBytes), username, Random(ChallengeBytes));
        }

        // Cognito's session is kept even for a generated challenge: Cognito refuses its answer.
        return outcome is SignInOutcome.ChallengeRequired { Challenge: { } posed }
            ? Challenge(posed.Session?.Reveal() ?? Random(SessionBytes), posed.Username, ChallengeOf(posed) ?? Random(ChallengeBytes))
            : started;
    }

    private SignInOutcome.ChallengeRequired Challenge(string session, string username, string challenge) => new(new Challenge(ChallengeAnswers.WebAuthn, new Secret(session), username)
    {
        // Base64url, a number, a domain name and a word: nothing needs escaping.
        CredentialRequestOptions = new JsonText(string.Create(CultureInfo.InvariantCulture, $$"""
            {"challenge":"{{challenge}}","timeout":{{Timeout.TotalMilliseconds}},"rpId":"{{pool.Passkeys!.RelyingPartyId}}","userVerification":"{{(pool.Passkeys.UserVerification is UserVerification.Required ? "required" : "preferred")}}"}
            """)),
    });

    private static string? ChallengeOf(Challenge posed) => posed is { Name: ChallengeAnswers.WebAuthn, PasskeyChallenge: { } challenge } && IsBase64Url(challenge) ? challenge : null;

    // The framework's check accepts white space, which a JSON string must not contain.
    private static bool IsBase64Url(string text) => text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '=');

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
