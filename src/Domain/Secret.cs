using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CognitoAuth.Domain;

/// <summary>
/// A password, code, token, challenge session or client secret. It prints as <c>***</c> wherever text is made of it (logs, exceptions, records);
/// the value is read by <see cref="Reveal"/> and <see cref="RevealSpan"/> alone, so that every place that reads one can be found by that name. JSON carries it only where the API reads and writes it.
/// </summary>
[DebuggerDisplay("***")]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>A secret of no characters: what a request holds where the caller sent none. Validators refuse it where one is needed.</summary>
    public static readonly Secret Empty = new("");

    private readonly ReadOnlyMemory<char> _value;

    /// <summary>Keeps a value.</summary>
    /// <param name="value">The value to keep.</param>
    public Secret(string value)
        : this(value.AsMemory())
    {
    }

    /// <summary>Keeps a value that is a part of a text, without a copy.</summary>
    /// <param name="value">The value to keep.</param>
    public Secret(ReadOnlyMemory<char> value) => _value = value;

    /// <summary>Whether the secret has no characters.</summary>
    public bool IsEmpty => _value.Length == 0;

    /// <summary>The value itself. Never log what this returns.</summary>
    public string Reveal() => _value.ToString();

    /// <summary>The value itself, without a copy where it is a part of a text. Never log it.</summary>
    public ReadOnlySpan<char> RevealSpan() => _value.Span;

    /// <inheritdoc/>
    public override string ToString() => "***";

    /// <summary>Compares the values in time that does not depend on where they differ.</summary>
    public bool Equals(Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(_value.Span), MemoryMarshal.AsBytes(other._value.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_value.Span, StringComparison.Ordinal);
}
