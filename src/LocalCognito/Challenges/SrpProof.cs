using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Srp;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>One SRP exchange on the wire: the pool's parameters, and the verification of the client's proof. Used for the passwords of users and of devices.</summary>
internal sealed record SrpProof
{
    public const string SecretBlockResponse = "PASSWORD_CLAIM_SECRET_BLOCK";

    private const string TimestampFormat = "ddd MMM d HH:mm:ss 'UTC' yyyy";
    private const int SecretBlockBytes = 1_150;
    // "Within a few seconds", according to the documentation. A client's clock can be off by a little more.
    private static readonly TimeSpan AnswerWindow = TimeSpan.FromMinutes(1);

    private readonly SrpExchange _exchange;

    /// <param name="verifier">The verifier of the secret.</param>
    /// <param name="clientPublic"><c>SRP_A</c>.</param>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for an invalid public value.</exception>
    public SrpProof(SrpVerifier verifier, string clientPublic) => _exchange = new SrpExchange(verifier, clientPublic);

    /// <summary>Random and impossible to guess. When Cognito returns no session, it identifies the sign-in.</summary>
    public string SecretBlock { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBlockBytes));

    /// <summary>What the client needs for its half of the exchange.</summary>
    public Dictionary<string, string> Parameters(string username) => new(StringComparer.Ordinal)
    {
        ["SALT"] = _exchange.Salt,
        ["SECRET_BLOCK"] = SecretBlock,
        ["SRP_B"] = _exchange.Public,
        ["USERNAME"] = username,
    };

    /// <summary>Parses an answer and returns its verification. Missing members are reported before anything is verified.</summary>
    /// <param name="answer">The answer with the client's signature.</param>
    /// <param name="poolName">The pool's name, or the group key of its devices.</param>
    /// <param name="userId">The user's stored name, or the device's key.</param>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for an incomplete answer.</exception>
    public Func<bool> Read(ChallengeAnswer answer, string poolName, string userId)
    {
        var secretBlock = answer.Require(SecretBlockResponse);
        var signature = answer.Require("PASSWORD_CLAIM_SIGNATURE");
        var timestamp = answer.Require("TIMESTAMP");
        return () =>
            secretBlock == SecretBlock
            && IsRecent(timestamp, answer.Pool.Now)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(_exchange.ExpectedSignature(poolName, userId, Convert.FromBase64String(secretBlock), timestamp)),
                Encoding.UTF8.GetBytes(signature));
    }

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for an invalid time.</exception>
    private static bool IsRecent(string timestamp, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(timestamp, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var claimed))
        {
            throw CognitoException.InvalidParameter("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
        }
        // The pool signs its own format of the time. As in Cognito, a padded day makes the signature wrong.
        return claimed.ToString(TimestampFormat, CultureInfo.InvariantCulture) == timestamp && (now - claimed).Duration() <= AnswerWindow;
    }
}
