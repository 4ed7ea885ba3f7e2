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

    private static async Task Check(ContractOperation operation, HttpRequestMessage request, HttpResponseMessage received)
    {
        await received.Content.LoadIntoBufferAsync();
        var response = await ApiResponse.Read(received);
        var isProblem = received.Content.Headers.ContentType?.MediaType == "application/problem+json";
        var described = operation.Response(response.Status);
        described.ShouldNotBeNull($"{operation} answered {response.Status} {(isProblem ? response.Code : response.Text)}, and docs/openapi.json lists no such status. {HowToList}");
        foreach (var (name, header) in described["headers"]?.AsObject() ?? [])
        {
            var isRequired = (header!["$ref"] is { } reference ? Contract.Committed.Document["components"]!["headers"]![reference.GetValue<string>().Split('/')[^1]]! : header)["required"]?.GetValue<bool>() is true;
            if (isRequired) response.Headers.ShouldContainKey(name, $"{operation} {response.Status}");
        }

        response.Headers.Keys.Intersect(Documented, StringComparer.OrdinalIgnoreCase).ShouldBeSubsetOf(described["headers"]!.AsObject().Select(header => header.Key), $"{operation} {response.Status}");
        if (response.Status >= 400)
        {
            isProblem.ShouldBeTrue($"{operation} answered {response.Status} without a problem: {response.Text}");
            // Others of that status come of Cognito's limits, of which nobody knows what they are.
            OfOurLimits.Intersect(response.Headers.Keys, StringComparer.OrdinalIgnoreCase).ShouldBe(response.Code == "rate_limited" ? OfOurLimits : [], $"{operation} answered {response.Code}");
            operation.Codes(response.Status).ShouldContain(response.Code!, $"{operation} answered {response.Status} {response.Code}, and docs/openapi.json does not list that code. {HowToList}");
            CheckBody(operation, response, described["content"]!["application/problem+json"]!["schema"]!.AsObject());
            return;
        }

        if (operation.ResponseSchema is { } schema) CheckBody(operation, response, schema);
        else response.Text.ShouldBeEmpty($"{operation} {response.Status}");
        if (operation.Body is { } body && request.Content is JsonContent or StringContent)
        {
            // To send null is to leave out: the API takes it, and the document need not offer it.
            var sent = WithoutNulls(JsonElement.Parse(await request.Content.ReadAsStringAsync()));
            operation.Contract.FaultsOf(sent, body, isStrict: false).ShouldBeNull($"{operation} accepted {sent}, and docs/openapi.json says that it is wrong.");
        }
    }

    private const string HowToList = "If it is right to answer so, add the error to ProducesErrors of the endpoint and regenerate the document.";

    private static void CheckBody(ContractOperation operation, ApiResponse response, System.Text.Json.Nodes.JsonObject schema) =>
        operation.Contract.FaultsOf(response.Json, schema, isStrict: true).ShouldBeNull($"{operation} answered {response.Status} {response.Text}, which is not what docs/openapi.json describes.");

    private static JsonElement WithoutNulls(JsonElement body) => body.ValueKind is not JsonValueKind.Object
        ? body
        : JsonSerializer.SerializeToElement(body.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null).ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));
}
