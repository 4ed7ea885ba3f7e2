using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoAuth.LocalCognito.Protocol;

/// <summary>Writes and reads shapes: member names in PascalCase, no members for null values, dates as epoch seconds (<c>docs/cognito.md#wire-protocol</c>).</summary>
internal static class CognitoJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Like Cognito, do not escape "+" or "&". The JSON is never put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new EpochSecondsConverter() },
    };

    public static TRequest Read<TRequest>(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<TRequest>(body.IsEmpty ? "{}"u8 : body, Options)
                ?? throw CognitoException.Serialization("Unexpected null");
        }
        catch (JsonException exception)
        {
            // The reader's message contains positions and no values, so that it cannot leak a password.
            throw CognitoException.Serialization(exception.Path is { Length: > 1 } path
                ? $"Wrong JSON type at {path}"
                : "Unable to parse the request body as JSON");
        }
    }

    public static byte[] Write(object? response) =>
        response is null ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(response, response.GetType(), Options);

    private sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.FromUnixTimeMilliseconds((long)(reader.GetDouble() * 1000));

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
    }
}
