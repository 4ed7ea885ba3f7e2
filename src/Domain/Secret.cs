using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CognitoAuth.Domain;

/// <summary>
/// A password, code, token, challenge session or client secret. It prints as <c>***</c> in logs, exceptions and records.
/// Only <see cref="Reveal"/> and <see cref="RevealSpan"/> return the value, so that every read can be found by name. Only the API reads it from JSON and writes it.
/// </summary>
[DebuggerDisplay("***")]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>An empty secret: what a request holds if the caller sent none. Validators refuse it where one is required.</summary>
    public static readonly Secret Empty = new("");

    private readonly ReadOnlyMemory<char> _value;

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    public Secret(string value)
        : this(value.AsMemory())
    {
    }

    /// <summary>Wraps a part of a text without copying it.</summary>
    /// <param name="value">The value.</param>
    public Secret(ReadOnlyMemory<char> value) => _value = value;

    /// <summary>Whether the secret is empty.</summary>
    public bool IsEmpty => _value.Length == 0;

    /// <summary>The value. Never log it.</summary>
    public string Reveal() => _value.ToString();

    /// <summary>The value, without copying it. Never log it.</summary>
    public ReadOnlySpan<char> RevealSpan() => _value.Span;

    /// <inheritdoc/>
    public override string ToString() => "***";

    /// <summary>Compares the values in constant time.</summary>
    public bool Equals(Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(_value.Span), MemoryMarshal.AsBytes(other._value.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_value.Span, StringComparison.Ordinal);
}
