using System.Text.Json.Nodes;

namespace CognitoAuth.UnitTests.Support;

/// <summary>
/// The service model in <c>assets/</c>, read independently of the generator. The request and the response of an operation are JSON objects that have the type of each member as text (<c>string</c>, <c>int</c>,
/// <c>A|B</c>), an object or a list; the name of a required member ends with a star, <c>_type</c> names the shape, and a map has the member <c>&lt;key&gt;</c>.
/// </summary>
public static class CognitoModel
{
    private static readonly JsonObject Model = JsonNode.Parse(File.ReadAllText(Repository.PathOf("assets/cognito-model.json")))!.AsObject();

    public static IReadOnlyDictionary<string, Operation> Operations { get; } = Model["operations"]!.AsObject().ToDictionary(
        operation => operation.Key,
        operation => new Operation(Text(operation.Value, "auth")!, Structure(Text(operation.Value, "input")), Structure(Text(operation.Value, "output")), Texts(operation.Value, "errors")),
        StringComparer.Ordinal);

    /// <summary>The names of the modelled errors.</summary>
    public static IReadOnlyList<string> Exceptions { get; } =
        [.. Model["shapes"]!.AsObject().Where(shape => shape.Value!["exception"] is not null).Select(shape => shape.Key).Order(StringComparer.Ordinal)];

    public sealed record Operation(string Auth, JsonObject Request, JsonObject Response, IReadOnlyList<string> Errors)
    {
        public bool IsSigned => Auth == "sigv4";
    }

    /// <summary>The members of a structure by their names, without the star of required ones.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Members(JsonObject shape) => shape
        .Where(member => !member.Key.StartsWith('_'))
        .ToDictionary(member => member.Key.TrimEnd('*'), member => member.Value!, StringComparer.Ordinal);

    /// <summary>A value of the shape in which every member has a value.</summary>
    public static JsonNode Sample(JsonNode shape) => shape switch
    {
        JsonArray list => new JsonArray(Sample(list[0]!)),
        JsonObject map when map.ContainsKey("<key>") => new JsonObject { ["KEY"] = Sample(map["<key>"]!) },
        JsonObject structure => new JsonObject(Members(structure).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Sample(member.Value)))),
        _ => shape.GetValue<string>() switch
        {
            "string" => "text",
            "int" => 7,
            "bool" => true,
            "timestamp" => 1549322513.816m,
            "blob" => "AAEC",
            // One value of every kind that JSON has.
            "document" => new JsonObject { ["text"] = "text", ["int"] = 7, ["long"] = 1_767_323_045_123, ["double"] = 0.5, ["bool"] = true, ["null"] = null, ["list"] = new JsonArray(new JsonObject(), "text") },
            var values when values.Contains('|', StringComparison.Ordinal) => values.Split('|')[^1],
            var unknown => throw new NotSupportedException(unknown),
        },
    };

    private static JsonObject Structure(string? name)
    {
        if (name is null) return [];
        var shape = Model["shapes"]![name]!;
        var required = Texts(shape, "required");
        return new JsonObject(shape["members"]!.AsObject().Select(member =>
            KeyValuePair.Create(required.Contains(member.Key, StringComparer.Ordinal) ? member.Key + "*" : member.Key, (JsonNode?)TypeOf(member.Value!.GetValue<string>()))));
    }

    private static JsonNode TypeOf(string name)
    {
        var shape = Model["shapes"]![name]!;
        return Text(shape, "type") switch
        {
            "string" => shape["enum"] is null ? "string" : string.Join('|', Texts(shape, "enum")),
            "integer" or "long" => "int",
            "boolean" => "bool",
            "list" => new JsonArray(TypeOf(Text(shape, "member")!)),
            "map" => new JsonObject { ["<key>"] = TypeOf(Text(shape, "value")!) },
            "structure" when shape["document"] is not null => "document",
            "structure" => new JsonObject([KeyValuePair.Create("_type", (JsonNode?)name), .. Structure(name).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))]),
            var other => other!,
        };
    }

    private static string? Text(JsonNode? owner, string name) => owner![name]?.GetValue<string>();

    private static string[] Texts(JsonNode? owner, string name) => [.. owner![name]?.AsArray().Select(item => item!.GetValue<string>()) ?? []];
}
