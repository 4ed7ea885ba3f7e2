using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoAuth.Api.Http.Json;

/// <summary>Reads and writes a <see cref="JsonText"/> unchanged.</summary>
internal sealed class JsonTextConverter : JsonConverter<JsonText>
{
    // By the serializer instead of the reader, because the serializer refuses an object with duplicate members.
    public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonSerializer.Deserialize<JsonElement>(ref reader, options).GetRawText());

    public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text);
}
