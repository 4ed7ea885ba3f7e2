using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoAuth.Api.Http.Json;

/// <summary>Takes a <see cref="JsonText"/> from a request and puts it into a response as it is.</summary>
internal sealed class JsonTextConverter : JsonConverter<JsonText>
{
    // By the serializer and not by the reader, since it refuses an object that has a member twice.
    public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonSerializer.Deserialize<JsonElement>(ref reader, options).GetRawText());

    public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text);
}
