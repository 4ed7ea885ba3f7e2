using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>
/// The sessions of refresh tokens that this process has rotated. Cognito reports only that a token was used, not its session. Bounded: the oldest are forgotten, and then the session of a reused token
/// cannot be ended here.
/// </summary>
internal sealed class RotatedTokens
{
    private const int Capacity = 100_000;

    private readonly Dictionary<Guid, RotatedSession> _sessions = [];
    private readonly Queue<Guid> _oldestFirst = new();
    private readonly Lock _gate = new();

    /// <summary>Adds a rotated token.</summary>
    public void Remember(Secret refreshToken, VerifiedToken token)
    {
        var key = KeyOf(refreshToken);
        lock (_gate)
        {
            if (!_sessions.TryAdd(key, new RotatedSession(token.Session, token.SessionText, token.Subject))) return;
            _oldestFirst.Enqueue(key);
            if (_oldestFirst.Count > Capacity) _sessions.Remove(_oldestFirst.Dequeue());
        }
    }

    /// <summary>The session of a rotated token, if it is remembered.</summary>
    public RotatedSession? Find(Secret refreshToken)
    {
        var key = KeyOf(refreshToken);
        lock (_gate) return _sessions.TryGetValue(key, out var session) ? session : null;
    }

    // Half of a SHA-256: no token is kept, and a collision cannot be found in practice.
    private static Guid KeyOf(Secret refreshToken) => new(SHA256.HashData(Encoding.UTF8.GetBytes(refreshToken.Reveal())).AsSpan(0, 16));
}

/// <summary>The session of a rotated refresh token.</summary>
/// <param name="Session">The session.</param>
/// <param name="SessionText">The session as the audit log shows it.</param>
/// <param name="Subject">The user's <c>sub</c>.</param>
internal sealed record RotatedSession(SessionId Session, string SessionText, string Subject);
