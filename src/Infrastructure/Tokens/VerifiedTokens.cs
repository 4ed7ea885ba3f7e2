using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Tokens that were verified, so that the same text is neither parsed nor its signature checked again, which is nine tenths of the cost. What changes with time is checked on every use: the times, the
/// key, and by the caller the revocation.
/// <list type="bullet">
/// <item>The key is the hash of the whole text. Two texts of one token are two entries, and no token can be read from memory.</item>
/// <item>Only a token that passed every check gets in, so forged ones cannot fill it.</item>
/// <item>It is bounded. A token for which there is no room is verified in full again next time; the least recently used ones are dropped to make room.</item>
/// </list>
/// </summary>
internal sealed class VerifiedTokens : IDisposable
{
    /// <summary>The largest number of tokens that are remembered. One takes about 0.5 kB.</summary>
    public const int Capacity = 65_536;

    private static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<TokenHash, VerifiedEntry> _entries = new();
    private readonly Lock _removal = new();
    private readonly TimeProvider _time;
    private readonly ITimer _cleaning;
    private int _count;
    private int _additions;

    public VerifiedTokens(TimeProvider time)
    {
        _time = time;
        _cleaning = time.CreateTimer(static tokens => ((VerifiedTokens)tokens!).Clean(), this, CleaningInterval, CleaningInterval);
    }

    /// <summary>How many tokens are remembered.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Finds a token that was verified before.</summary>
    public bool TryFind(TokenHash token, [NotNullWhen(true)] out VerifiedEntry? verified)
    {
        if (!_entries.TryGetValue(token, out verified)) return false;

        // Time is counted in additions, since only these push tokens out. Written only when it changes: many cores may use one token at a time.
        var now = Volatile.Read(ref _additions);
        if (verified.LastUsed != now) verified.LastUsed = now;

        return true;
    }

    /// <summary>Remembers a token that has passed every check.</summary>
    public void Add(TokenHash token, VerifiedEntry verified)
    {
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            Interlocked.Decrement(ref _count);
            MakeRoom();
            return;
        }

        verified.LastUsed = Interlocked.Increment(ref _additions);
        if (_entries.TryAdd(token, verified)) return;

        // It was verified in full, since its key is another object now, for example one that was withdrawn and came back.
        Interlocked.Decrement(ref _count);
        if (_entries.TryGetValue(token, out var former)) _entries.TryUpdate(token, verified, former);
    }

    public void Dispose() => _cleaning.Dispose();

    /// <summary>Drops expired tokens, and then the least recently used ones, down to three quarters of the capacity.</summary>
    private void MakeRoom()
    {
        // One at a time. Others do not wait; their token is not remembered.
        if (!_removal.TryEnter()) return;

        try
        {
            Clean();
            var excess = Count - (Capacity / 4 * 3);
            foreach (var (token, _) in _entries.ToArray().OrderBy(entry => unchecked(entry.Value.LastUsed - _additions)).Take(Math.Max(0, excess)))
            {
                Remove(token);
            }
        }
        finally
        {
            _removal.Exit();
        }
    }

    private void Clean()
    {
        var now = _time.GetUtcNow();
        foreach (var (token, verified) in _entries)
        {
            if (verified.Token.ExpiresAt <= now) Remove(token);
        }
    }

    private void Remove(TokenHash token)
    {
        if (_entries.TryRemove(token, out _)) Interlocked.Decrement(ref _count);
    }
}

/// <summary>A token that was verified.</summary>
/// <param name="Key">The key that its signature was checked with; once it is no longer trusted, neither is the token.</param>
/// <param name="NotBefore">The token's <c>nbf</c>.</param>
/// <param name="Result">What the verifier returns as long as the token is accepted.</param>
internal sealed record VerifiedEntry(SigningKey Key, DateTimeOffset? NotBefore, Result<VerifiedToken> Result)
{
    /// <summary>When it was last used, in the time of <see cref="VerifiedTokens"/>.</summary>
    public int LastUsed { get; set; }

    /// <summary>Its claims.</summary>
    public VerifiedToken Token => Result.Value;
}
