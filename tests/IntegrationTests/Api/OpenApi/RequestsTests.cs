using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.OpenApi;

/// <summary>Checks the document's description of bodies against the API: each operation gets its own examples, complete, with members removed, and with values beyond the limits.</summary>
public sealed class RequestsTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private static readonly string[] Refusals = ["malformed_request", "validation_failed", "invalid_password"];

    private readonly ContractCalls _calls = new(hidden.Api);

    private static IEnumerable<ContractOperation> WithBody => Contract.Committed.Operations.Where(operation => operation.Body is not null);

    [Fact]
    public async Task The_API_accepts_every_example_of_a_body()
    {
        foreach (var operation in WithBody)
        {
            foreach (var (name, example) in operation.BodyExamples)
            {
                operation.Contract.FaultsOf(example.Deserialize<JsonElement>(), operation.Body!, isStrict: true).ShouldBeNull($"{operation}: the example {name} does not conform to its schema.");
                var response = await _calls.Send(operation, example);
                if (response.Status >= 400) Refusals.ShouldNotContain(response.Code, $"{operation}: the example {name} is refused: {response.Text}");
            }
        }
    }

    [Fact]
    public void Every_example_of_a_response_conforms_to_its_schema()
    {
        foreach (var operation in Contract.Committed.Operations)
        {
            foreach (var (name, example) in operation.ResponseExamples)
            {
                operation.Contract.FaultsOf(example.Deserialize<JsonElement>(), operation.ResponseSchema!, isStrict: true).ShouldBeNull($"{operation}: the example {name} does not conform to its schema.");
            }
        }
    }

    [Fact]
    public void Every_shape_of_a_response_has_an_example()
    {
        foreach (var operation in Contract.Committed.Operations.Where(operation => operation.ResponseSchema is not null))
        {
            var shapes = operation.Contract.Resolve(operation.ResponseSchema!)["discriminator"]?["mapping"]?.AsObject().Select(shape => shape.Key) ?? [];
            shapes.Except(operation.ResponseExamples.Select(example => example.Value!["status"]?.GetValue<string>() ?? ""), StringComparer.Ordinal).ShouldBeEmpty($"{operation}");
        }
    }

    // A member is required exactly when the API refuses every example without it.
    [Fact]
    public async Task The_API_requires_the_members_that_the_document_requires_and_no_others()
    {
        var required = 0;
        foreach (var operation in WithBody)
        {
            var needed = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var (name, example) in operation.BodyExamples)
            {
                foreach (var member in MembersOf(operation, example!.AsObject()))
                {
                    var response = await _calls.Send(operation, Without(example, member.Path));
                    var isRefused = FaultsOf(response).Any(path => path == member.Path || path.StartsWith($"{member.Path}.", StringComparison.Ordinal));
                    needed[member.Path] = isRefused && needed.GetValueOrDefault(member.Path, true);
                    if (!member.IsRequired) continue;
                    required++;
                    isRefused.ShouldBeTrue($"{operation} accepts the example {name} without {member.Path}, which is required by docs/openapi.json: {response.Status} {response.Text}");
                }
            }

            foreach (var member in operation.BodyExamples.SelectMany(example => MembersOf(operation, example.Value!.AsObject())).Where(member => !member.IsRequired))
            {
                var isLeftOut = operation.BodyExamples.Any(example => Find(example.Value!, Parent(member.Path)) is not null && Find(example.Value!, member.Path) is null);
                (needed[member.Path] && !isLeftOut).ShouldBeFalse(
                    $"{operation} refuses its examples without {member.Path}, which is not required by docs/openapi.json. Declare it as not null in the command, or add an example without it.");
            }
        }

        required.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task The_API_accepts_values_at_a_limit_of_the_document_and_refuses_values_beyond_it()
    {
        var limits = 0;
        foreach (var operation in WithBody)
        {
            foreach (var (_, example) in operation.BodyExamples)
            {
                foreach (var member in MembersOf(operation, example!.AsObject()).Where(member => Find(example, member.Path) is JsonValue))
                {
                    foreach (var (value, isTaken) in AroundLimits(member.Schema, Find(example, member.Path)!))
                    {
                        limits++;
                        var response = await _calls.Send(operation, With(example, member.Path, value));
                        FaultsOf(response).Contains(member.Path, StringComparer.Ordinal).ShouldBe(!isTaken, $"{operation} {member.Path} with {value.Length} characters: {response.Status} {response.Text}");
                    }
                }
            }
        }

        limits.ShouldBeGreaterThan(40);
    }

    /// <summary>The paths of the members of an example, including members of nested objects.</summary>
    private static IEnumerable<(string Path, bool IsRequired, JsonObject Schema)> MembersOf(ContractOperation operation, JsonObject example) => MembersOf(operation.Contract, operation.Body!, example, "");

    private static IEnumerable<(string Path, bool IsRequired, JsonObject Schema)> MembersOf(Contract contract, JsonObject schema, JsonObject example, string parent)
    {
        var resolved = contract.Resolve(schema);
        var required = resolved["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToList() ?? [];
        foreach (var (name, described) in resolved["properties"]?.AsObject() ?? [])
        {
            if (example[name] is not { } value) continue;
            yield return (parent + name, required.Contains(name, StringComparer.Ordinal), described!.AsObject());
            if (value is not JsonObject nested) continue;
            foreach (var member in MembersOf(contract, described.AsObject(), nested, $"{parent}{name}.")) yield return member;
        }
    }

    /// <summary>Values at and beyond the limits, made from an accepted value.</summary>
    private static IEnumerable<(string Value, bool IsTaken)> AroundLimits(JsonObject schema, JsonNode example)
    {
        if (!example.AsValue().TryGetValue(out string? value)) yield break;
        if (schema["maxLength"]?.GetValue<int>() is { } most)
        {
            yield return (value.PadRight(most, value[^1]), true);
            yield return (value.PadRight(most + 1, value[^1]), false);
        }

        if (schema["minLength"]?.GetValue<int>() is { } least)
        {
            yield return (value.PadRight(least, value[^1])[..least], true);
            yield return (value[..(least - 1)], false);
        }

        if (schema["pattern"]?.GetValue<string>() is { } pattern)
        {
            foreach (var broken in new[] { $"{value} {value}", $"{value}\n" })
            {
                Regex.IsMatch(broken, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)).ShouldBe(broken.EndsWith('\n'), pattern);
                yield return (broken, false);
            }
        }
    }

    private static IEnumerable<string> FaultsOf(ApiResponse response) => response.Status == 400 && response.Json.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(member => member.Name) : [];

    private static JsonNode Without(JsonNode example, string path)
    {
        var copy = example.DeepClone();
        Find(copy, Parent(path))!.AsObject().Remove(path.Split('.')[^1]);
        return copy;
    }

    private static JsonNode With(JsonNode example, string path, string value)
    {
        var copy = example.DeepClone();
        Find(copy, Parent(path))![path.Split('.')[^1]] = value;
        return copy;
    }

    private static string Parent(string path) => path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "";

    private static JsonNode? Find(JsonNode body, string path) => path.Length == 0 ? body : path.Split('.').Aggregate((JsonNode?)body, (node, name) => node?[name]);
}
