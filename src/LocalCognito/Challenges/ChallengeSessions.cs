using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A started sign-in: it belongs to one user, client, challenge and kind of caller, ends soon, and succeeds once.</summary>
/// <param name="User">Whose sign-in it is; an invented user where none of the name exists.</param>
/// <param name="Client">The client that started it.</param>
/// <param name="IsAdministrative">Started by <c>AdminInitiateAuth</c>: only <c>AdminRespondToAuthChallenge</c> goes on with it.</param>
/// <param name="Challenge">The challenge that it waits for.</param>
/// <param name="State">What the challenge must remember, such as the code that was sent.</param>
/// <param name="ExpiresAt">The end of the time for an answer.</param>
internal sealed record ChallengeSession(
    LocalUser User, AppClient Client, bool IsAdministrative, string Challenge, object? State, DateTimeOffset ExpiresAt)
{
    /// <summary>The device that the client says it is on.</summary>
    public SignInDevice? Device { get; init; }

    /// <summary>Set when the challenge was answered well; wrong answers leave the session open.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The same sign-in, a step further and with the whole time again.</summary>
    public ChallengeSession Continue(object? state, DateTimeOffset now) =>
        this with { State = state, ExpiresAt = now + Client.Options.AuthSessionValidity, IsUsed = false };
}

/// <summary>The open sessions of the pool, bounded: the oldest leave first.</summary>
internal sealed class ChallengeSessions
{
    private const int Capacity = 10_000;
    // Cognito's sessions are about 1.5 kB long, and clients must be able to carry that.
    private const int TokenBytes = 1_150;

    private readonly Dictionary<string, ChallengeSession> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _byAge = new();

    /// <returns>The token that stands for the session.</returns>
    public string Open(ChallengeSession session)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        Open(session, token);
        return token;
    }

    /// <summary>Opens under a token that the caller made: one that nobody can guess.</summary>
    public void Open(ChallengeSession session, string token)
    {
        var key = Key(token);
        while (_byAge.Count >= Capacity)
            _sessions.Remove(_byAge.Dequeue());
        _sessions.Add(key, session);
        _byAge.Enqueue(key);
    }

    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for a session that is unknown, another's, too old or used.</exception>
    public ChallengeSession Require(string? token, AppClient client, string challenge, bool isAdministrative, DateTimeOffset now)
    {
        var session = Find(token, challenge);
        if (session is null || session.Client.Id != client.Id || session.IsAdministrative != isAdministrative)
            throw CognitoException.InvalidSession();
        RequireOpen(session, now);
        return session;
    }

    /// <summary>For the operations that take a session and no client id: the session itself is the proof.</summary>
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
        if (session.IsUsed)
            throw CognitoException.NotAuthorized("Invalid session for the user, session can only be used once.");
        if (now >= session.ExpiresAt)
            throw CognitoException.NotAuthorized("Invalid session for the user, session is expired.");
    }

    private static string Key(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
