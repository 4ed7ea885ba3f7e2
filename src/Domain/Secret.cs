using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CognitoAuth.Domain;

/// <summary>
/// A password, code, token, challenge session or client secret. It prints as <c>***</c> wherever text is made of it (logs, exceptions, records);
/// the value is read by <see cref="Reveal"/> alone, so that every place that reads one can be found by that name. JSON carries the value: the wire is where secrets travel.
/// </summary>
[JsonConverter(typeof(SecretJsonConverter))]
[DebuggerDisplay("***")]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>A secret of no characters: what a request holds where the caller sent none. Validators refuse it where one is needed.</summary>
    public static readonly Secret Empty = new("");

    private readonly string _value;

    /// <summary>Keeps a value.</summary>
    /// <param name="value">The value to keep.</param>
    public Secret(string value) => _value = value;

    /// <summary>Whether the secret has no characters.</summary>
    public bool IsEmpty => _value.Length == 0;

    /// <summary>The value itself. Never log what this returns.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public override string ToString() => "***";

    /// <summary>Compares the values in time that does not depend on where they differ.</summary>
    public bool Equals(Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);
}
