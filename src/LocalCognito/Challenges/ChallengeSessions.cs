using System.Buffers.Text;
using System.Security.Cryptography;
using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A started sign-in: it belongs to one user, client and challenge, ends soon, and succeeds once.</summary>
internal sealed class ChallengeSession(LocalUser user, string clientId, string challenge, DateTimeOffset expiresAt)
{
    public LocalUser User { get; } = user;

    public string ClientId { get; } = clientId;

    public string Challenge { get; } = challenge;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>Set when the challenge was answered well; wrong answers leave the session open.</summary>
    public bool IsUsed { get; set; }
}

/// <summary>The open sessions of the pool, bounded: the oldest leave first.</summary>
internal sealed class ChallengeSessions
{
    private const int Capacity = 10_000;
    // Cognito's sessions are about 1.5 kB long, and clients must be able to carry that.
    private const int TokenBytes = 1_150;

    private readonly Dictionary<string, ChallengeSession> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    public string Open(LocalUser user, AppClient client, string challenge, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var key = Key(token);
        while (_byAge.Count >= Capacity)
            _sessions.Remove(_byAge.Dequeue());
        _sessions.Add(key, new ChallengeSession(user, client.Id, challenge, now + client.Options.AuthSessionValidity));
        _byAge.Enqueue(key);
        return token;
    }

    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a session that is unknown, another's, too old or used.</exception>
    public ChallengeSession Require(string? token, AppClient client, string challenge, DateTimeOffset now)
    {
        if (token is null || !_sessions.TryGetValue(Key(token), out var session) || session.ClientId != client.Id || session.Challenge != challenge)
            throw CognitoException.NotAuthorized("Invalid session for the user.");
        if (session.IsUsed)
            throw CognitoException.NotAuthorized("Invalid session for the user, session can only be used once.");
        if (now >= session.ExpiresAt)
            throw CognitoException.NotAuthorized("Invalid session for the user, session is expired.");
        return session;
    }

    private static string Key(string token) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
