using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The committed contract with callers, <c>docs/openapi.json</c>.</summary>
public sealed class Contract
{
    private readonly JsonObject _document;
    private static readonly Lock Evaluating = new();

    private readonly ConcurrentDictionary<(string Schema, bool IsStrict), JsonSchema> _schemas = new();

    private Contract(JsonObject document)
    {
        _document = document;
        Operations = [.. from path in document["paths"]!.AsObject() from operation in path.Value!.AsObject() select new ContractOperation(this, operation.Key, path.Key, operation.Value!.AsObject())];
    }

    /// <summary>The path of the document.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", "openapi.json");

    /// <summary>The document in the checkout.</summary>
    public static Contract Committed { get; } = Read(File.ReadAllText(Path));

    /// <summary>All operations.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The named schemas.</summary>
    public JsonObject Schemas => _document["components"]!["schemas"]!.AsObject();

    /// <summary>The whole document.</summary>
    public JsonObject Document => _document;

    /// <summary>Reads another document.</summary>
    public static Contract Read(string json) => new(Parse(json));

    /// <summary>Reads JSON. Duplicate members are an error.</summary>
    public static JsonObject Parse(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject();

    /// <summary>The operation of a request; <see langword="null"/> when no operation matches.</summary>
    public ContractOperation? Find(HttpMethod method, string path) => Operations.Where(operation => operation.Matches(method, path)).OrderBy(operation => operation.Path.Count(letter => letter == '{')).FirstOrDefault();

    /// <summary>Follows the reference of a schema, if it is one.</summary>
    public JsonObject Resolve(JsonObject schema) => schema["$ref"] is { } reference ? Schemas[NameOf(reference)]!.AsObject() : schema;

    /// <summary>The faults of JSON by a schema; <see langword="null"/> when it is valid.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="schema">A schema of the document, or a reference to one.</param>
    /// <param name="isStrict">Whether members that the schema does not describe are faults.</param>
    public string? FaultsOf(JsonElement json, JsonObject schema, bool isStrict)
    {
        EvaluationResults evaluated;
        // One at a time: two simultaneous first uses of a schema can report invalid JSON as valid.
        lock (Evaluating)
        {
            evaluated = _schemas.GetOrAdd((schema.ToJsonString(), isStrict), key => Compile(key.Schema, key.IsStrict)).Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List });
        }

        return evaluated.IsValid ? null : string.Join("; ", (evaluated.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}"));
    }

    private static string NameOf(JsonNode reference) => reference.GetValue<string>().Split('/')[^1];

    private JsonSchema Compile(string schema, bool isStrict)
    {
        var root = JsonNode.Parse(schema)!.AsObject();
        root["$defs"] = Schemas.DeepClone();
        Prepare(root, isStrict);
        return JsonSchema.FromText(root.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    /// <summary>Removes what OpenAPI adds to JSON Schema. In strict mode, it also forbids further members of objects.</summary>
    private static void Prepare(JsonNode? node, bool isStrict)
    {
        if (node is JsonArray list)
        {
            foreach (var element in list) Prepare(element, isStrict);
        }

        if (node is not JsonObject schema) return;
        schema.Remove("discriminator");
        if (isStrict && schema["properties"] is JsonObject && schema["additionalProperties"] is null) schema["additionalProperties"] = false;
        foreach (var (_, child) in schema) Prepare(child, isStrict);
    }
}

/// <summary>One operation of the contract.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Verb">The HTTP method in lower case, as in the document.</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Node">The operation in the document.</param>
public sealed record ContractOperation(Contract Contract, string Verb, string Path, JsonObject Node)
{
    private const string Json = "application/json";

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; } = new(Verb.ToUpperInvariant());

    /// <summary>The schema of the request body; <see langword="null"/> when the operation has none.</summary>
    public JsonObject? Body => Node["requestBody"]?["content"]?[Json]?["schema"]?.AsObject();

    /// <summary>Examples of the request body, by name.</summary>
    public JsonObject BodyExamples => Values(Node["requestBody"]?["content"]?[Json]);

    /// <summary>The successful response.</summary>
    public JsonObject Success => Node["responses"]!.AsObject().Single(response => response.Key.StartsWith('2')).Value!.AsObject();

    /// <summary>The schema of the successful response; <see langword="null"/> when it has no body.</summary>
    public JsonObject? ResponseSchema => Success["content"]?[Json]?["schema"]?.AsObject();

    /// <summary>Examples of the successful response, by name.</summary>
    public JsonObject ResponseExamples => Values(Success["content"]?[Json]);

    /// <summary>Whether an access token is required.</summary>
    public bool RequiresBearer => Node["security"]!.AsArray() is [{ } only] && only.AsObject().Count > 0;

    /// <summary>Whether an access token is accepted.</summary>
    public bool AcceptsBearer => Node["security"]!.AsArray().Count > 0;

    // A device's key must have this form. Other keys and names in paths may have it.
    private const string AnyKey = "any_0";

    /// <summary>The path with a value for each parameter: the first of its enumeration, if it has one.</summary>
    public string FilledPath => (Node["parameters"]?.AsArray() ?? []).Select(parameter => parameter!.AsObject()).Where(parameter => parameter["in"]?.GetValue<string>() == "path")
        .Aggregate(Path, (path, parameter) => path.Replace($"{{{parameter["name"]}}}", parameter["schema"]?["enum"]?[0]?.GetValue<string>() ?? AnyKey, StringComparison.Ordinal));

    /// <summary>The description of a response; <see langword="null"/> when the operation does not have the status.</summary>
    public JsonObject? Response(int status) => Node["responses"]![$"{status}"]?.AsObject();

    /// <summary>The codes that problems of a status can have.</summary>
    public IEnumerable<string> Codes(int status) => Response(status)?["content"]?["application/problem+json"]?["examples"]?.AsObject().Select(example => example.Key) ?? [];

    /// <summary>Whether a request calls this operation.</summary>
    public bool Matches(HttpMethod method, string path)
    {
        var (own, other) = (Path.Split('/'), path.Split('/'));
        return method == Method && own.Length == other.Length && own.Zip(other).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";

    private static JsonObject Values(JsonNode? content) =>
        new((content?["examples"]?.AsObject() ?? []).Select(example => KeyValuePair.Create(example.Key, example.Value!["value"]?.DeepClone())));
}
