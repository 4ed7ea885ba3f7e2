using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Triggers;

namespace MagicLink.Triggers;

/// <summary>Triggers of the embedded pool. In AWS, the pool's Lambda functions do the same.</summary>
public static class MagicLinkTriggers
{
    /// <summary>The page of the front end that opens links. It gets the token behind the <c>#</c>, which browsers do not send to servers.</summary>
    public const string Page = "http://localhost:3000/sign-in";

    /// <summary>Adds the three triggers of <c>CUSTOM_AUTH</c>.</summary>
    public static void AddTo(LocalUserPool pool)
    {
        // One question, one answer: a wrong one ends the sign-in.
        pool.Triggers.DefineAuthChallenge = request => request.Session switch
        {
            [] => new DefineAuthChallengeResponse { ChallengeName = "CUSTOM_CHALLENGE" },
            [{ ChallengeResult: true }] => new DefineAuthChallengeResponse { IssueTokens = true },
            _ => new DefineAuthChallengeResponse { FailAuthentication = true },
        };

        pool.Triggers.CreateAuthChallenge = request =>
        {
            var (linkId, secret) = (Random(bytes: 16), Random(bytes: 32));
            if (VerifiedAddress(request) is { } address) pool.Send(request.UserName, "magic_link", "EMAIL", address, $"{Page}#{linkId}.{secret}");
            return new CreateAuthChallengeResponse
            {
                // The id is for the API. Only the mail has the secret.
                PublicChallengeParameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["link_id"] = linkId },
                PrivateChallengeParameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["secret"] = secret },
            };
        };

        pool.Triggers.VerifyAuthChallengeResponse = request => new VerifyAuthChallengeResponseResponse
        {
            AnswerCorrect = !request.UserNotFound
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.ChallengeAnswer), Encoding.UTF8.GetBytes(request.PrivateChallengeParameters["secret"])),
        };
    }

    // Only to a verified address. Otherwise the owner of the address would be signed in to the account of the person who typed it.
    private static string? VerifiedAddress(CreateAuthChallengeRequest request) =>
        request.UserAttributes.GetValueOrDefault("email_verified") == "true" ? request.UserAttributes.GetValueOrDefault("email") : null;

    private static string Random(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
