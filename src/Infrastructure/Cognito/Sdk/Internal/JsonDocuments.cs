using System.Text.Json;
using Amazon.Runtime.Documents;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Any JSON as the runtime's <see cref="Document"/>. Its own converter is internal to the runtime.</summary>
internal static class JsonDocuments
{
    public static void WriteDocument(this Utf8JsonWriter writer, Document value)
    {
        if (value.IsNull()) writer.WriteNullValue();
        else if (value.IsBool()) writer.WriteBooleanValue(value.AsBool());
        else if (value.IsInt()) writer.WriteNumberValue(value.AsInt());
        else if (value.IsLong()) writer.WriteNumberValue(value.AsLong());
        else if (value.IsDouble()) writer.WriteNumberValue(value.AsDouble());
        else if (value.IsString()) writer.WriteStringValue(value.AsString());
        else if (value.IsList())
        {
            writer.WriteStartArray();
            foreach (var item in value.AsList()) writer.WriteDocument(item);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject();
            foreach (var (name, member) in value.AsDictionary())
            {
                writer.WritePropertyName(name);
                writer.WriteDocument(member);
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>The value that the reader stands at.</summary>
    public static Document GetDocument(this ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var list = new List<Document>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) list.Add(reader.GetDocument());
                return new Document(list);
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, Document>(StringComparer.Ordinal);
                while (reader.NextMember())
                {
                    var name = reader.GetString()!;
                    members[name] = reader.ReadDocument();
                }

                return new Document(members);
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.True or JsonTokenType.False:
                return new Document(reader.GetBoolean());
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var integer) ? new Document(integer) : reader.TryGetInt64(out var number) ? new Document(number) : new Document(reader.GetDouble());
            default:
                return new Document(reader.GetString());
        }
    }
}
