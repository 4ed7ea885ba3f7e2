using System.Text.Json;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>
/// Checks every response that a test gets against <c>docs/openapi.json</c>: status, code, headers and body. It also checks every request body that was accepted, so that the document requires no
/// more of callers than the API does.
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

    private static async Task Check(ContractOperation operation, HttpRequestMessage request, HttpResponseMessage received)
    {
        await received.Content.LoadIntoBufferAsync();
        var response = await ApiResponse.Read(received);
        var isProblem = received.Content.Headers.ContentType?.MediaType == "application/problem+json";
        var described = operation.Response(response.Status);
        described.ShouldNotBeNull($"{operation} returned {response.Status} {(isProblem ? response.Code : response.Text)}, and docs/openapi.json lists no such status. {HowToList}");
        foreach (var (name, header) in described["headers"]?.AsObject() ?? [])
        {
            var isRequired = (header!["$ref"] is { } reference ? Contract.Committed.Document["components"]!["headers"]![reference.GetValue<string>().Split('/')[^1]]! : header)["required"]?.GetValue<bool>() is true;
            if (isRequired) response.Headers.ShouldContainKey(name, $"{operation} {response.Status}");
        }

        response.Headers.Keys.Intersect(Documented, StringComparer.OrdinalIgnoreCase).ShouldBeSubsetOf(described["headers"]!.AsObject().Select(header => header.Key), $"{operation} {response.Status}");
        if (response.Status >= 400)
        {
            isProblem.ShouldBeTrue($"{operation} returned {response.Status} without a problem: {response.Text}");
            // Other responses of that status come from limits of Cognito, which are unknown.
            OfOurLimits.Intersect(response.Headers.Keys, StringComparer.OrdinalIgnoreCase).ShouldBe(response.Code == "rate_limited" ? OfOurLimits : [], $"{operation} returned {response.Code}");
            operation.Codes(response.Status).ShouldContain(response.Code!, $"{operation} returned {response.Status} {response.Code}, and docs/openapi.json does not list that code. {HowToList}");
            CheckBody(operation, response, described["content"]!["application/problem+json"]!["schema"]!.AsObject());
            return;
        }

        if (operation.ResponseSchema is { } schema) CheckBody(operation, response, schema);
        else response.Text.ShouldBeEmpty($"{operation} {response.Status}");
        if (operation.Body is { } body && request.Content is JsonContent or StringContent)
        {
            // A null member is the same as an absent one. The API accepts it, and the document need not mention it.
            var sent = WithoutNulls(JsonElement.Parse(await request.Content.ReadAsStringAsync()));
            operation.Contract.FaultsOf(sent, body, isStrict: false).ShouldBeNull($"{operation} accepted {sent}, but it is invalid by docs/openapi.json.");
        }
    }

    private const string HowToList = "If the response is right, add the error to ProducesErrors of the endpoint and regenerate the document.";

    private static void CheckBody(ContractOperation operation, ApiResponse response, System.Text.Json.Nodes.JsonObject schema) =>
        operation.Contract.FaultsOf(response.Json, schema, isStrict: true).ShouldBeNull($"{operation} returned {response.Status} {response.Text}, which does not conform to docs/openapi.json.");

    private static JsonElement WithoutNulls(JsonElement body) => body.ValueKind is not JsonValueKind.Object
        ? body
        : JsonSerializer.SerializeToElement(body.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));
}
