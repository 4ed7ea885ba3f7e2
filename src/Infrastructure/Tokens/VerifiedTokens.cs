using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.Domain;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Tokens that were verified, so that the same text is not parsed and its signature not checked again: that is nine tenths of the cost. What changes with time is asked on every use: times, the key, and
/// outside of here the revocation.
/// <list type="bullet">
/// <item>The key is the SHA-256 of the whole text. Two texts of one token (which the guard takes for two tokens) are two entries, and no token can be read from the memory of it.</item>
/// <item>Only a token that passed every check gets in, so forged ones cannot fill it.</item>
/// <item>It is bounded. Beyond the bound new tokens are verified in full, until room was made by dropping those that were not used for longest.</item>
/// </list>
/// </summary>
internal sealed class VerifiedTokens(TimeProvider time) : IDisposable
{
    /// <summary>The most tokens that are remembered. One takes about 0.6 kB.</summary>
    public const int Capacity = 65_536;

    /// <summary>Hardly a token is longer.</summary>
    private const int UsualLength = 2_048;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity, CompactionPercentage = 0.25, Clock = new Clock(time) });

    /// <summary>How many tokens are remembered.</summary>
    public int Count => _cache.Count;

    /// <summary>Finds a token that was verified before.</summary>
    public bool TryFind(ReadOnlySpan<char> token, [NotNullWhen(true)] out VerifiedEntry? verified)
    {
        // As characters, since that is what the cache can look up without making an object of it. They are no text.
        Span<char> key = stackalloc char[SHA256.HashSizeInBytes / sizeof(char)];
        verified = null;
        return TryHash(token, key) && _cache.TryGetValue(key, out verified) && verified is not null;
    }

    /// <summary>Remembers a token that has passed every check, until it expires.</summary>
    public void Add(ReadOnlySpan<char> token, VerifiedEntry verified)
    {
        Span<char> key = stackalloc char[SHA256.HashSizeInBytes / sizeof(char)];
        if (!TryHash(token, key)) return;
        using var entry = _cache.CreateEntry(new string(key));
        entry.Value = verified;
        entry.Size = 1;
        entry.AbsoluteExpiration = verified.Token.ExpiresAt;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    // A text that is not ASCII is no token. As ASCII it is half as long, and the hash is most of the cost of a look-up.
    private static bool TryHash(ReadOnlySpan<char> token, Span<char> key)
    {
        var ascii = token.Length <= UsualLength ? stackalloc byte[UsualLength] : new byte[token.Length];
        if (Ascii.FromUtf16(token, ascii, out var length) is not OperationStatus.Done) return false;
        SHA256.HashData(ascii[..length], MemoryMarshal.AsBytes(key));
        return true;
    }

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}

/// <summary>A token that was verified.</summary>
/// <param name="Key">The key that its signature was checked with; once it is not trusted any more, neither is the token.</param>
/// <param name="NotBefore">The token's <c>nbf</c>.</param>
/// <param name="Answer">What the verifier answers as long as the token is good.</param>
internal sealed record VerifiedEntry(SigningKey Key, DateTimeOffset? NotBefore, Result<VerifiedToken> Answer)
{
    /// <summary>What it states.</summary>
    public VerifiedToken Token => Answer.Value;
}
