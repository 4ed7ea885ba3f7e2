using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Writes the members of shapes: names as they are, null members left out, dates as epoch seconds.</summary>
internal static class JsonWriting
{
    // Larger buffers, which only images of managed login need, are not reused.
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? Scratch;

    /// <summary>The shape as JSON.</summary>
    public static byte[] ToBytes(IWrittenShape shape)
    {
        var (buffer, writer) = Scratch ?? New();
        Scratch = null;
        writer.WriteObject(shape);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        // Cleared, and not only reset: passwords pass through here.
        buffer.Clear();
        writer.Reset();
        if (buffer.Capacity <= LargestKept) Scratch = (buffer, writer);
        return bytes;

        static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
        {
            var buffer = new ArrayBufferWriter<byte>(1024);
            return (buffer, new Utf8JsonWriter(buffer));
        }
    }

    public static void WriteObject(this Utf8JsonWriter writer, IWrittenShape shape)
    {
        writer.WriteStartObject();
        shape.Write(writer);
        writer.WriteEndObject();
    }

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ConstantClass? value) => writer.WriteMember(name, value?.Value);

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } set) writer.WriteBoolean(name, set);
    }

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } set) writer.WriteNumber(name, set);
    }

    /// <summary>As seconds since 1970 with decimals.</summary>
    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } set) writer.WriteNumber(name, (decimal)(set.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);
    }

    /// <summary>As Base64: the whole stream, whatever its position.</summary>
    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, MemoryStream? value)
    {
        if (value is not null) writer.WriteBase64String(name, value.ToArray());
    }

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Document value)
    {
        if (value.IsNull()) return;
        writer.WritePropertyName(name);
        writer.WriteDocument(value);
    }

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IWrittenShape? value)
    {
        if (value is null) return;
        writer.WritePropertyName(name);
        writer.WriteObject(value);
    }

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? values) =>
        writer.WriteItems(name, values, static (writer, value) => writer.WriteStringValue(value));

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<ConstantClass>? values) =>
        writer.WriteItems(name, values, static (writer, value) => writer.WriteStringValue(value.Value));

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<IWrittenShape>? values) =>
        writer.WriteItems(name, values, static (writer, value) => writer.WriteObject(value));

    public static void WriteMember(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Dictionary<string, string>? values)
    {
        if (values is null) return;
        writer.WriteStartObject(name);
        foreach (var (key, value) in values) writer.WriteString(key, value);
        writer.WriteEndObject();
    }

    public static void WriteMember<TShape>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Dictionary<string, TShape>? values)
        where TShape : IWrittenShape
    {
        if (values is null) return;
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            writer.WriteObject(value);
        }

        writer.WriteEndObject();
    }

    // By index: an enumerator of the interface would be allocated.
    private static void WriteItems<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null) return;
        writer.WriteStartArray(name);
        for (var index = 0; index < values.Count; index++) write(writer, values[index]);
        writer.WriteEndArray();
    }
}
