using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>
/// Reads the members of shapes. Each method reads the value that follows a member's name; null is treated as absent, as a member and as an item.
/// A value of another type throws <see cref="JsonException"/>, <see cref="InvalidOperationException"/> or <see cref="FormatException"/>; no message quotes a value.
/// </summary>
internal static class JsonReading
{
    /// <summary>The response in a body.</summary>
    public static TResponse Response<TResponse>(ReadOnlySpan<byte> body)
        where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new()
    {
        // Operations without output may return an empty body or {}. Content-Length does not show it: chunked responses lack it.
        if (body.IsEmpty && !TResponse.HasMembers) return new TResponse();
        var reader = new Utf8JsonReader(body);
        var response = reader.ReadShape<TResponse>() ?? throw new JsonException("The response is null.");
        // Throws if anything follows.
        reader.Read();
        return response;
    }

    /// <summary>Goes to the name of the next member; false at the end of the object.</summary>
    public static bool NextMember(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType is JsonTokenType.PropertyName;

    public static string? ReadText(this ref Utf8JsonReader reader) => reader.HasValue() ? reader.GetString() : null;

    public static int? ReadInteger(this ref Utf8JsonReader reader) => reader.HasValue() ? reader.GetInt32() : null;

    public static long? ReadLong(this ref Utf8JsonReader reader) => reader.HasValue() ? reader.GetInt64() : null;

    public static bool? ReadBoolean(this ref Utf8JsonReader reader) => reader.HasValue() ? reader.GetBoolean() : null;

    /// <summary>A number: seconds since 1970 with decimals, also written as <c>1.549322513816E9</c>. In UTC.</summary>
    public static DateTime? ReadTimestamp(this ref Utf8JsonReader reader)
    {
        if (!reader.HasValue()) return null;
        // Decimal keeps the milliseconds exact.
        var ticks = reader.GetDecimal() * TimeSpan.TicksPerSecond;
        var latest = (DateTime.MaxValue - DateTime.UnixEpoch).Ticks;
        return ticks >= 0 && ticks <= latest ? DateTime.UnixEpoch.AddTicks((long)ticks) : throw new JsonException("The timestamp is out of range.");
    }

    public static MemoryStream? ReadBlob(this ref Utf8JsonReader reader) => reader.HasValue() ? new MemoryStream(reader.GetBytesFromBase64()) : null;

    public static Document ReadDocument(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDocument();
    }

    public static TConstant? ReadConstant<TConstant>(this ref Utf8JsonReader reader)
        where TConstant : ConstantClass, IConstant<TConstant> => reader.ReadText() is { } value ? TConstant.Of(value) : null;

    public static TShape? ReadShape<TShape>(this ref Utf8JsonReader reader)
        where TShape : class, IReadShape<TShape> => reader.Starts(JsonTokenType.StartObject) ? TShape.Read(ref reader) : null;

    public static List<string>? ReadTexts(this ref Utf8JsonReader reader)
    {
        if (!reader.Starts(JsonTokenType.StartArray)) return null;
        var items = new List<string>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) if (reader.GetString() is { } item) items.Add(item);
        return items;
    }

    public static List<TConstant>? ReadConstants<TConstant>(this ref Utf8JsonReader reader)
        where TConstant : ConstantClass, IConstant<TConstant>
    {
        if (!reader.Starts(JsonTokenType.StartArray)) return null;
        var items = new List<TConstant>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) if (reader.GetString() is { } item) items.Add(TConstant.Of(item));
        return items;
    }

    public static List<TShape>? ReadShapes<TShape>(this ref Utf8JsonReader reader)
        where TShape : class, IReadShape<TShape>
    {
        if (!reader.Starts(JsonTokenType.StartArray)) return null;
        var items = new List<TShape>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) if (reader.IsAt(JsonTokenType.StartObject)) items.Add(TShape.Read(ref reader));
        return items;
    }

    public static Dictionary<string, string>? ReadTextMap(this ref Utf8JsonReader reader)
    {
        if (!reader.Starts(JsonTokenType.StartObject)) return null;
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.NextMember())
        {
            var key = reader.GetString()!;
            if (reader.ReadText() is { } item) items[key] = item;
        }

        return items;
    }

    public static Dictionary<string, TShape>? ReadShapeMap<TShape>(this ref Utf8JsonReader reader)
        where TShape : class, IReadShape<TShape>
    {
        if (!reader.Starts(JsonTokenType.StartObject)) return null;
        var items = new Dictionary<string, TShape>(StringComparer.Ordinal);
        while (reader.NextMember())
        {
            var key = reader.GetString()!;
            if (reader.ReadShape<TShape>() is { } item) items[key] = item;
        }

        return items;
    }

    private static bool HasValue(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType is not JsonTokenType.Null;

    private static bool Starts(this ref Utf8JsonReader reader, JsonTokenType start) => reader.Read() && reader.IsAt(start);

    private static bool IsAt(this ref Utf8JsonReader reader, JsonTokenType start) => reader.TokenType switch
    {
        JsonTokenType.Null => false,
        var type when type == start => true,
        var type => throw new JsonException($"There is {type} instead of {start}."),
    };
}
