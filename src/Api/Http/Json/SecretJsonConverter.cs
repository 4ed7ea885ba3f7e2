using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoAuth.Api.Http.Json;

/// <summary>Reads and writes a <see cref="Secret"/> as a plain JSON string: in all requests and responses. Other JSON must name this converter where it contains a secret, so that no secret gets there by accident.</summary>
public sealed class SecretJsonConverter : JsonConverter<Secret>
{
    /// <inheritdoc/>
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new Secret(reader.GetString()!) : throw new JsonException("A string is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reveal());
}
