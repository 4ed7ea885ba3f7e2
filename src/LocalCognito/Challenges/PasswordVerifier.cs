using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Srp;
using CognitoAuth.LocalCognito.Triggers;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The second half of SRP: the client proves that it knows the password.</summary>
internal sealed class PasswordVerifier : IChallenge
{
    public const string ChallengeName = "PASSWORD_VERIFIER";

    private const string TimestampFormat = "ddd MMM d HH:mm:ss 'UTC' yyyy";
    private const string SecretBlockResponse = "PASSWORD_CLAIM_SECRET_BLOCK";
    private const int SecretBlockBytes = 1_150;
    // "Within a few seconds", says the documentation; a client's clock may be off by some more.
    private static readonly TimeSpan AnswerWindow = TimeSpan.FromMinutes(1);

    public string Name => ChallengeName;

    /// <summary>Starts SRP with the client's public value.</summary>
    /// <param name="attempt">The sign-in.</param>
    /// <param name="clientPublic"><c>SRP_A</c>.</param>
    /// <param name="rounds">The rounds so far where this is a part of <c>CUSTOM_AUTH</c>.</param>
    public static AuthenticationResponse Open(SignInAttempt attempt, string clientPublic, IReadOnlyList<ChallengeResultElement>? rounds = null)
    {
        var (parameters, state) = Start(attempt, clientPublic);
        return attempt.Challenge(ChallengeName, parameters, state with { Rounds = rounds });
    }

    /// <summary>As <see cref="Open"/>, but without a <c>Session</c>: Cognito gives none in <c>USER_SRP_AUTH</c>, and knows the sign-in by its secret block.</summary>
    public static AuthenticationResponse OpenWithoutSession(SignInAttempt attempt, string clientPublic)
    {
        var (parameters, state) = Start(attempt, clientPublic);
        attempt.Pool.Sessions.Open(attempt.Session(ChallengeName, state), state.SecretBlock);
        return new AuthenticationResponse(ChallengeName, Session: null, parameters, AuthenticationResult: null);
    }

    public string? SessionWithin(IReadOnlyDictionary<string, string> responses) => responses.GetValueOrDefault(SecretBlockResponse);

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var secretBlock = answer.Require(SecretBlockResponse);
        var signature = answer.Require("PASSWORD_CLAIM_SIGNATURE");
        var timestamp = answer.Require("TIMESTAMP");
        var state = answer.State<State>();
        var (pool, user) = (answer.Pool, answer.User);
        PasswordProof.Require(answer.Attempt, () =>
            secretBlock == state.SecretBlock
            && IsRecent(timestamp, pool.Now)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(state.Exchange.ExpectedSignature(pool.Name, user.Username, Convert.FromBase64String(secretBlock), timestamp)),
                Encoding.UTF8.GetBytes(signature)));
        return state.Rounds is { } rounds
            ? CustomChallenge.Next(answer.Attempt, [.. rounds, new ChallengeResultElement(ChallengeName, ChallengeResult: true)])
            : SignInSteps.AfterPassword(answer.Attempt);
    }

    private static (Dictionary<string, string> Parameters, State State) Start(SignInAttempt attempt, string clientPublic)
    {
        var (pool, user) = (attempt.Pool, attempt.User);
        var exchange = new SrpExchange(user.SrpVerifier ?? SrpVerifier.Invented(user.Username, pool.SimulationKey), clientPublic);
        var secretBlock = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBlockBytes));
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SALT"] = exchange.Salt,
            ["SECRET_BLOCK"] = secretBlock,
            ["SRP_B"] = exchange.Public,
            ["USERNAME"] = user.Username,
            ["USER_ID_FOR_SRP"] = user.Username,
        };
        return (parameters, new State(exchange, secretBlock, Rounds: null));
    }

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a text that is no time.</exception>
    private static bool IsRecent(string timestamp, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(timestamp, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var claimed))
            throw CognitoException.InvalidParameter("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
        // The pool signs its own writing of the time: a padded day is a wrong signature, as in Cognito.
        return claimed.ToString(TimestampFormat, CultureInfo.InvariantCulture) == timestamp && (now - claimed).Duration() <= AnswerWindow;
    }

    private sealed record State(SrpExchange Exchange, string SecretBlock, IReadOnlyList<ChallengeResultElement>? Rounds);
}
