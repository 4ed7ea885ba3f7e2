using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Cognito's wire protocol written by hand, so that a test controls the bytes.</summary>
internal sealed class CognitoHttp(LocalCognitoServer cognito) : IDisposable
{
    public const string JsonType = "application/x-amz-json-1.1";

    public HttpClient Client { get; } = new();

    public static StringContent Json(object request) => Content(JsonSerializer.Serialize(request));

    public static StringContent Content(string body, string type = JsonType)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    public Task<HttpResponseMessage> Post(string operation, object request) => Post($"AWSCognitoIdentityProviderService.{operation}", Json(request));

    public async Task<HttpResponseMessage> Post(string? target, HttpContent content, IReadOnlyDictionary<string, string>? headers = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, cognito.Endpoint) { Content = content };
        if (target is not null) message.Headers.Add("X-Amz-Target", target);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>(StringComparer.Ordinal)) message.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(message);
    }

    /// <summary>The body of the response, after a check that it is a success.</summary>
    public async Task<JsonElement> Ok(string operation, object request)
    {
        using var response = await Post(operation, request);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    public void Dispose() => Client.Dispose();
}
