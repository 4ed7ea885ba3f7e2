using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A started sign-in. It belongs to one user, client, challenge and kind of caller, expires soon and can be used once.</summary>
/// <param name="User">The user who signs in; a simulated user when the name is unknown.</param>
/// <param name="Client">The client that started it.</param>
/// <param name="IsAdministrative">Whether <c>AdminInitiateAuth</c> started it. Then only <c>AdminRespondToAuthChallenge</c> can continue it.</param>
/// <param name="Challenge">The challenge to answer.</param>
/// <param name="State">The challenge's state, such as the code that was sent.</param>
/// <param name="ExpiresAt">When the time for an answer ends.</param>
internal sealed record ChallengeSession(
    LocalUser User, AppClient Client, bool IsAdministrative, string Challenge, object? State, DateTimeOffset ExpiresAt)
{
    /// <summary>The device that the client named.</summary>
    public SignInDevice? Device { get; init; }

    /// <summary>Set after a correct answer. A wrong answer leaves the session open.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The same sign-in, one step further and with a new expiry.</summary>
    public ChallengeSession Continue(object? state, DateTimeOffset now) =>
        this with { State = state, ExpiresAt = now + Client.Options.AuthSessionValidity, IsUsed = false };
}

/// <summary>The open sessions of the pool. Their number is bounded: the oldest are dropped first.</summary>
internal sealed class ChallengeSessions
{
    private const int Capacity = 10_000;
    // Cognito's sessions are about 1.5 kB long. Clients must be able to handle that length.
    private const int TokenBytes = 1_150;

    private readonly Dictionary<string, ChallengeSession> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    /// <returns>The session's token.</returns>
    public string Open(ChallengeSession session)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        Open(session, token);
        return token;
    }

    /// <summary>Opens a session under a token of the caller. The token must be impossible to guess.</summary>
    public void Open(ChallengeSession session, string token)
    {
        var key = Key(token);
        while (_byAge.Count >= Capacity) _sessions.Remove(_byAge.Dequeue());
        _sessions.Add(key, session);
        _byAge.Enqueue(key);
    }

    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a session that is unknown, expired, used, or belongs to another client.</exception>
    public ChallengeSession Require(string? token, AppClient client, string challenge, bool isAdministrative, DateTimeOffset now)
    {
        var session = Find(token, challenge);
        if (session is null || session.Client.Id != client.Id || session.IsAdministrative != isAdministrative) throw CognitoException.InvalidSession();
        RequireOpen(session, now);
        return session;
    }

    /// <summary>For operations that receive a session and no client id: the session authenticates the caller.</summary>
    public ChallengeSession Require(string? token, string challenge, DateTimeOffset now)
    {
        var session = Find(token, challenge) ?? throw CognitoException.InvalidSession();
        RequireOpen(session, now);
        return session;
    }

    private ChallengeSession? Find(string? token, string challenge) =>
        token is not null && _sessions.TryGetValue(Key(token), out var session) && session.Challenge == challenge ? session : null;

    private static void RequireOpen(ChallengeSession session, DateTimeOffset now)
    {
        if (session.IsUsed) throw CognitoException.NotAuthorized("Invalid session for the user, session can only be used once.");
        if (now >= session.ExpiresAt) throw CognitoException.NotAuthorized("Invalid session for the user, session is expired.");
    }

    private static string Key(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
