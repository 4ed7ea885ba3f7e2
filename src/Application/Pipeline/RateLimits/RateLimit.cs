using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.Application.Pipeline.RateLimits;

/// <summary>
/// How often something may be done: <see cref="Permits"/> at once, and then as they come back, evenly over <see cref="Window"/> (the generic cell rate algorithm, a leaky bucket).
/// A flow counts against it with a <see cref="RateLimitKey"/>, made by one of the methods here.
/// </summary>
/// <param name="name">Names its counters, and the limit in the log. Limits of one name share their counters.</param>
/// <param name="comesBack">Whether permits come back evenly over the window; if not, none does before a whole window has passed since the first was taken, and then one a window.</param>
public sealed class RateLimit(string name, bool comesBack = true)
{
    // Longer names are refused by the validators: no work is put into folding them.
    private const int LongestName = 128;

    // Bytes: enough for a name, in characters of up to three bytes, and what is counted of it.
    private const int OnStack = 512;

    // What a lenient reader of Base64 could overlook is at the end.
    private const int IgnoredEnd = 4;

    /// <summary>Its name: <c>SignInPerAccount</c>.</summary>
    public string Name { get; } = name;

    /// <summary>How often at most within the window.</summary>
    public int Permits { get; set; }

    /// <summary>The time in which all permits come back.</summary>
    public TimeSpan Window { get; set; }

    /// <summary>The time in which one permit comes back.</summary>
    public TimeSpan Interval => comesBack ? Window / Permits : Window;

    /// <summary>One counter, for what a name stands for: two texts are one counter if they are the same.</summary>
    /// <param name="what">What is counted, so that equal names of different things are counted apart: <c>invitation</c>.</param>
    /// <param name="whose">Whose counter it is. Only a hash of it is kept.</param>
    public RateLimitKey Of(string what, string whose) => new(this, Hash(what, whose));

    /// <summary>The counter of an account, whether it exists or not. Case does not matter, since to Cognito it does not.</summary>
    /// <param name="what">What is counted of the account.</param>
    /// <param name="username">The name as the caller typed it.</param>
    public RateLimitKey OfAccount(string what, string username) => Of(what, Fold(username));

    /// <summary>The counter of an e-mail address or phone number that codes are sent to.</summary>
    public RateLimitKey OfDestination(string destination) => Of("destination", Fold(destination));

    /// <summary>
    /// The counter of a challenge session. Cognito's sessions are Base64 of an encrypted text, so other spellings of one (padding, line breaks, the other alphabet, spare bits at the end)
    /// might be taken too: they share its counter.
    /// </summary>
    public RateLimitKey OfSession(Secret session)
    {
        var text = string.Concat(session.Reveal().Where(char.IsAsciiLetterOrDigit));
        return Of("session", text[..^Math.Min(IgnoredEnd, text.Length)]);
    }

    /// <summary>The counter of a client: its IPv4 address, or the network (/64) of its IPv6 address, since whoever has one address of it has all. Clients without an address share one.</summary>
    public RateLimitKey OfClient(string? address) => Of("client", IPAddress.TryParse(address, out var parsed) ? Network(parsed) : "");

    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(address.AddressFamily is AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes);
    }

    private static string Fold(string name) => name.Length > LongestName ? name : CaseFolding.Fold(name);

    // Of fixed size, so that no name takes more room than another; and no name or session is kept.
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
/// <param name="Counter">Which counter: a hash, equal on all instances.</param>
public readonly record struct RateLimitKey(RateLimit Limit, UInt128 Counter);
