using System.Text.Json;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>
/// Holds every answer that any test gets against <c>docs/openapi.json</c>: its status, its code, its headers, its body. And every body that was accepted, so that the document asks no more of
/// callers than the API does.
/// </summary>
public sealed class ContractCheck : DelegatingHandler
{
    private static readonly string[] OfOurLimits = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];
    private static readonly string[] Documented = ["Retry-After", .. OfOurLimits, "WWW-Authenticate", "X-Auth-Subject", "X-Auth-Client", "X-Auth-Username", "X-Auth-Groups", "X-Auth-Scopes"];

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (Contract.Committed.Find(request.Method, request.RequestUri!.AbsolutePath) is { } operation) await Check(operation, request, response);
        return response;
    }

    private static async Task Check(ContractOperation operation, HttpRequestMessage request, HttpResponseMessage response)
    {
        await response.Content.LoadIntoBufferAsync();
        var answer = await Answer.Read(response);
        var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json";
        var described = operation.Answer(answer.Status);
        described.ShouldNotBeNull($"{operation} answered {answer.Status} {(isProblem ? answer.Code : answer.Text)}, and docs/openapi.json lists no such status. {HowToList}");
        foreach (var (name, header) in described["headers"]?.AsObject() ?? [])
        {
            var isRequired = (header!["$ref"] is { } reference ? Contract.Committed.Document["components"]!["headers"]![reference.GetValue<string>().Split('/')[^1]]! : header)["required"]?.GetValue<bool>() is true;
            if (isRequired) answer.Headers.ShouldContainKey(name, $"{operation} {answer.Status}");
        }

        answer.Headers.Keys.Intersect(Documented, StringComparer.OrdinalIgnoreCase).ShouldBeSubsetOf(described["headers"]!.AsObject().Select(header => header.Key), $"{operation} {answer.Status}");
        if (answer.Status >= 400)
        {
            isProblem.ShouldBeTrue($"{operation} answered {answer.Status} without a problem: {answer.Text}");
            // Others of that status come of Cognito's limits, of which nobody knows what they are.
            OfOurLimits.Intersect(answer.Headers.Keys, StringComparer.OrdinalIgnoreCase).ShouldBe(answer.Code == "rate_limited" ? OfOurLimits : [], $"{operation} answered {answer.Code}");
            operation.Codes(answer.Status).ShouldContain(answer.Code!, $"{operation} answered {answer.Status} {answer.Code}, and docs/openapi.json does not list that code. {HowToList}");
            CheckBody(operation, answer, described["content"]!["application/problem+json"]!["schema"]!.AsObject());
            return;
        }

        if (operation.AnswerSchema is { } schema) CheckBody(operation, answer, schema);
        else answer.Text.ShouldBeEmpty($"{operation} {answer.Status}");
        if (operation.Body is { } body && request.Content is JsonContent or StringContent)
        {
            // To send null is to leave out: the API takes it, and the document need not offer it.
            var sent = WithoutNulls(JsonElement.Parse(await request.Content.ReadAsStringAsync()));
            operation.Contract.FaultsOf(sent, body, isStrict: false).ShouldBeNull($"{operation} accepted {sent}, and docs/openapi.json says that it is wrong.");
        }
    }

    private const string HowToList = "If it is right to answer so, add the error to ProducesErrors of the endpoint and regenerate the document.";

    private static void CheckBody(ContractOperation operation, Answer answer, System.Text.Json.Nodes.JsonObject schema) =>
        operation.Contract.FaultsOf(answer.Json, schema, isStrict: true).ShouldBeNull($"{operation} answered {answer.Status} {answer.Text}, which is not what docs/openapi.json describes.");

    private static JsonElement WithoutNulls(JsonElement body) => body.ValueKind is not JsonValueKind.Object
        ? body
        : JsonSerializer.SerializeToElement(body.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));
}
