using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Application.Pipeline.RateLimits;

/// <summary>
/// A rate limit: <see cref="Permits"/> at once, which return evenly over <see cref="Window"/> (the generic cell rate algorithm, a leaky bucket).
/// A flow counts against it with a <see cref="RateLimitKey"/> from one of its methods.
/// </summary>
/// <param name="name">The name of the limit in the log and in its counters. Limits with the same name share their counters.</param>
/// <param name="refillsEvenly">Whether permits return evenly over the window; if not, the first returns a whole window after the first was taken, and then one per window.</param>
public sealed class RateLimit(string name, bool refillsEvenly = true)
{
    // Validators refuse longer names, so they are not folded.
    private const int LongestName = 128;

    // In bytes: enough for a name of three-byte characters and what is counted.
    private const int OnStack = 512;

    // A lenient Base64 decoder can ignore bits at the end.
    private const int IgnoredEnd = 4;

    /// <summary>Its name: <c>SignInPerAccount</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The number of calls within the window.</summary>
    public int Permits { get; set; }

    /// <summary>The time in which all permits return.</summary>
    public TimeSpan Window { get; set; }

    /// <summary>The time in which one permit returns.</summary>
    public TimeSpan Interval => refillsEvenly ? Window / Permits : Window;

    /// <summary>A counter for a text of any kind.</summary>
    /// <param name="what">What is counted, so that the same name has separate counters for different things: <c>invitation</c>.</param>
    /// <param name="whose">Whose calls are counted. Only a hash of it is kept.</param>
    public RateLimitKey Of(string what, string whose) => new(this, Hash(what, whose));

    /// <summary>The counter of an account, whether it exists or not. It ignores case, as Cognito does.</summary>
    /// <param name="what">What is counted of the account.</param>
    /// <param name="username">The name as the caller typed it.</param>
    public RateLimitKey OfAccount(string what, string username) => Of(what, Fold(username));

    /// <summary>The counter of an e-mail address or phone number that codes are sent to.</summary>
    public RateLimitKey OfDestination(string destination) => Of("destination", Fold(destination));

    /// <summary>
    /// The counter of a challenge session. Cognito's sessions are encrypted text in Base64. Cognito might accept other spellings of one (padding, line breaks, the other alphabet, spare bits at the
    /// end), so all spellings share a counter.
    /// </summary>
    public RateLimitKey OfSession(Secret session)
    {
        var text = string.Concat(session.Reveal().Where(char.IsAsciiLetterOrDigit));
        return Of("session", text[..^Math.Min(IgnoredEnd, text.Length)]);
    }

    /// <summary>The counter of a client: its IPv4 address, or the network (/64) of its IPv6 address, since a client with one address of it has them all. Clients without an address share one counter.</summary>
    public RateLimitKey OfClient(string? address) => Of("client", IPAddress.TryParse(address, out var parsed) ? Network(parsed) : "");

    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(address.AddressFamily is AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes);
    }

    private static string Fold(string name) => name.Length > LongestName ? name : CaseFolding.Fold(name);

    // A hash has a fixed size and keeps no name or session.
    private static UInt128 Hash(string what, string whose)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(what.Length) + 1 + Encoding.UTF8.GetMaxByteCount(whose.Length);
        var utf8 = longest <= OnStack ? stackalloc byte[OnStack] : new byte[longest];
        var length = Encoding.UTF8.GetBytes(what, utf8);
        utf8[length++] = 0;
        length += Encoding.UTF8.GetBytes(whose, utf8[length..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..length], digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}

/// <summary>One counter of a limit.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Counter">The counter: a hash, equal on all instances.</param>
public readonly record struct RateLimitKey(RateLimit Limit, UInt128 Counter);
