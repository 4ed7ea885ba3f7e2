using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Srp;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>One run of SRP on the wire: what the pool poses, and whether what comes back proves the secret. The same for users' passwords and for those of devices.</summary>
internal sealed record SrpProof
{
    public const string SecretBlockResponse = "PASSWORD_CLAIM_SECRET_BLOCK";

    private const string TimestampFormat = "ddd MMM d HH:mm:ss 'UTC' yyyy";
    private const int SecretBlockBytes = 1_150;
    // "Within a few seconds", says the documentation; a client's clock may be off by some more.
    private static readonly TimeSpan AnswerWindow = TimeSpan.FromMinutes(1);

    private readonly SrpExchange _exchange;

    /// <param name="verifier">Of the secret that is to be proven.</param>
    /// <param name="clientPublic"><c>SRP_A</c>.</param>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a public value that proves nothing.</exception>
    public SrpProof(SrpVerifier verifier, string clientPublic) => _exchange = new SrpExchange(verifier, clientPublic);

    /// <summary>Nobody can guess it: where Cognito gives no session, it stands for one.</summary>
    public string SecretBlock { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBlockBytes));

    /// <summary>What the client needs for its half.</summary>
    public Dictionary<string, string> Parameters(string username) => new(StringComparer.Ordinal)
    {
        ["SALT"] = _exchange.Salt,
        ["SECRET_BLOCK"] = SecretBlock,
        ["SRP_B"] = _exchange.Public,
        ["USERNAME"] = username,
    };

    /// <summary>The judgement of an answer, which must be complete: what is missing is told before any of it is looked at.</summary>
    /// <param name="answer">With the claim.</param>
    /// <param name="poolName">The pool's name, or the group key of its devices.</param>
    /// <param name="userId">The user's stored name, or the device's key.</param>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a claim that is not complete.</exception>
    public Func<bool> Judge(ChallengeAnswer answer, string poolName, string userId)
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

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a text that is no time.</exception>
    private static bool IsRecent(string timestamp, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(timestamp, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var claimed))
            throw CognitoException.InvalidParameter("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
        // The pool signs its own writing of the time: a padded day is a wrong signature, as in Cognito.
        return claimed.ToString(TimestampFormat, CultureInfo.InvariantCulture) == timestamp && (now - claimed).Duration() <= AnswerWindow;
    }
}
