using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Tokens that were verified, so that the same text is not parsed and its signature not checked again: that is nine tenths of the cost. What changes with time is asked on every use: times, the key, and
/// outside of here the revocation.
/// <list type="bullet">
/// <item>The key is the hash of the whole text. Two texts of one token (which the guard takes for two tokens) are two entries, and no token can be read from the memory of it.</item>
/// <item>Only a token that passed every check gets in, so forged ones cannot fill it.</item>
/// <item>It is bounded. The token for which there is no room is verified in full next time, too; those that were not used for longest are dropped for the ones after it.</item>
/// </list>
/// </summary>
internal sealed class VerifiedTokens : IDisposable
{
    /// <summary>The most tokens that are remembered. One takes about 0.5 kB.</summary>
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
        if (!_entries.TryGetValue(token, out verified))
            return false;

        // Time is counted in additions, since these alone push tokens out. Written only if it is news: many cores may use one token at a time.
        var now = Volatile.Read(ref _additions);
        if (verified.LastUsed != now)
            verified.LastUsed = now;

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
        if (_entries.TryAdd(token, verified))
            return;

        // Verified in full all the same: its key is another object now, such as one that was withdrawn and came back.
        Interlocked.Decrement(ref _count);
        if (_entries.TryGetValue(token, out var former))
            _entries.TryUpdate(token, verified, former);
    }

    /// <inheritdoc/>
    public void Dispose() => _cleaning.Dispose();

    /// <summary>Drops what has expired, and of the rest what was not used for longest, to three quarters of the capacity.</summary>
    private void MakeRoom()
    {
        // One at a time. Who comes meanwhile has a token that is not remembered, and need not wait.
        if (!_removal.TryEnter())
            return;

        try
        {
            Clean();
            var excess = Count - (Capacity / 4 * 3);
            foreach (var (token, _) in _entries.ToArray().OrderBy(entry => unchecked(entry.Value.LastUsed - _additions)).Take(Math.Max(0, excess)))
                Remove(token);
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
            if (verified.Token.ExpiresAt <= now)
                Remove(token);
        }
    }

    private void Remove(TokenHash token)
    {
        if (_entries.TryRemove(token, out _))
            Interlocked.Decrement(ref _count);
    }
}

/// <summary>A token that was verified.</summary>
/// <param name="Key">The key that its signature was checked with; once it is not trusted any more, neither is the token.</param>
/// <param name="NotBefore">The token's <c>nbf</c>.</param>
/// <param name="Answer">What the verifier answers as long as the token is good.</param>
internal sealed record VerifiedEntry(SigningKey Key, DateTimeOffset? NotBefore, Result<VerifiedToken> Answer)
{
    /// <summary>When it was last used, in the time of <see cref="VerifiedTokens"/>.</summary>
    public int LastUsed { get; set; }

    /// <summary>What it states.</summary>
    public VerifiedToken Token => Answer.Value;
}
