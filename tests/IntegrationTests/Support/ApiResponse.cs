using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>An HTTP response with its whole body.</summary>
public sealed record ApiResponse(int Status, Dictionary<string, string> Headers, string Text)
{
    /// <summary>The body.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The problem's code.</summary>
    public string? Code => Json.GetProperty("code").GetString();

    /// <summary>Reads a response.</summary>
    public static async Task<ApiResponse> Read(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A member of the body, by path: <c>challenge.name</c>.</summary>
    public string? Member(string path) => path.Split('.').Aggregate(Json, (element, name) => element.GetProperty(name)).GetString();

    /// <summary>Everything by which a caller could distinguish two responses: status, headers and body. Trace id, correlation id and date are left out, because they differ in any two responses.</summary>
    public string Fingerprint()
    {
        var body = Text.Length == 0 ? null : JsonNode.Parse(Text);
        if (body is JsonObject members && members.ContainsKey("traceId")) members["traceId"] = "";
        var headers = Headers.Where(header => header.Key is not ("X-Correlation-Id" or "Date")).OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase).Select(header => $"{header.Key}: {header.Value}");
        return $"{Status}\n{string.Join('\n', headers)}\n{body?.ToJsonString()}";
    }

    /// <summary>Asserts that the body is problem details with the code and status.</summary>
    public ApiResponse ShouldBeProblem(int status, string code)
    {
        Status.ShouldBe(status, Text);
        Headers["Content-Type"].ShouldBe("application/problem+json");
        Code.ShouldBe(code);
        Member("type").ShouldBe($"urn:cognitoauth:problem:{code}");
        Json.GetProperty("status").GetInt32().ShouldBe(status);
        Member("title").ShouldNotBeNullOrEmpty();
        Member("detail").ShouldNotBeNullOrEmpty();
        Member("instance").ShouldStartWith("/");
        Member("traceId").ShouldNotBeNullOrEmpty();
        return this;
    }
}
