using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The modelled operations of Cognito, from the test asset <c>cognito-operations.json</c>.</summary>
public static class CognitoModel
{
    public static IReadOnlyDictionary<string, Operation> Operations { get; } = Load();

    private static Dictionary<string, Operation> Load()
    {
        using var stream = typeof(CognitoModel).Assembly.GetManifestResourceStream("cognito-operations.json")!;
        return JsonNode.Parse(stream)!.AsObject()
            .Where(member => member.Value is JsonObject)
            .ToDictionary(member => member.Key, member => member.Value.Deserialize<Operation>(JsonSerializerOptions.Web)!, StringComparer.Ordinal);
    }

    public sealed record Operation(string Auth, JsonObject Request, JsonObject Response, string[] Errors)
    {
        public bool IsSigned => string.Equals(Auth, "sigv4", StringComparison.Ordinal);
    }

    /// <summary>The members of a structure by their names, without the star of required ones.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Members(JsonObject shape) => shape
        .Where(member => !member.Key.StartsWith('_'))
        .ToDictionary(member => member.Key.TrimEnd('*'), member => member.Value!, StringComparer.Ordinal);

    /// <summary>A value of the shape in which every member has a value.</summary>
    public static JsonNode Sample(JsonNode shape) => shape switch
    {
        JsonArray list => new JsonArray(Sample(list[0]!)),
        JsonObject map when map.ContainsKey("<key>") => new JsonObject { ["KEY"] = "value" },
        JsonObject structure => new JsonObject(Members(structure).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Sample(member.Value)))),
        _ => shape.GetValue<string>() switch
        {
            "string" => "text",
            "int" => 7,
            "bool" => true,
            "timestamp(epoch seconds)" => 1549322513.816m,
            // Of every kind that JSON has.
            "json document" => new JsonObject { ["text"] = "text", ["int"] = 7, ["long"] = 1_767_323_045_123, ["double"] = 0.5, ["bool"] = true, ["null"] = null, ["list"] = new JsonArray(new JsonObject(), "text") },
            var values when values.Contains('|', StringComparison.Ordinal) => values.Split('|')[^1],
            var unknown => throw new NotSupportedException(unknown),
        },
    };
}
