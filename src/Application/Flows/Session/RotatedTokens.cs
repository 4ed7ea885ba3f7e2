using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>
/// Remembers which session a refresh token was of that this process has rotated. Cognito does not tell: of a used token it says only that it was used. Bounded: the oldest are forgotten, and with
/// them what could be done about their reuse.
/// </summary>
internal sealed class RotatedTokens
{
    private const int Capacity = 100_000;

    private readonly Dictionary<Guid, RotatedSession> _sessions = [];
    private readonly Queue<Guid> _oldestFirst = new();
    private readonly Lock _gate = new();

    /// <summary>Remembers a token that was rotated.</summary>
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

    /// <summary>The session that a used token was of, if it is remembered.</summary>
    public RotatedSession? Find(Secret refreshToken)
    {
        var key = KeyOf(refreshToken);
        lock (_gate) return _sessions.TryGetValue(key, out var session) ? session : null;
    }

    // Half of a SHA-256: no token is kept, and none can be made that meets another.
    private static Guid KeyOf(Secret refreshToken) => new(SHA256.HashData(Encoding.UTF8.GetBytes(refreshToken.Reveal())).AsSpan(0, 16));
}

/// <summary>What is remembered of a refresh token that was rotated.</summary>
/// <param name="Session">The session it was of.</param>
/// <param name="SessionText">The session as the audit log shows it.</param>
/// <param name="Subject">The user's <c>sub</c>.</param>
internal sealed record RotatedSession(SessionId Session, string SessionText, string Subject);
