using System.Net.Http.Headers;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Calls of an API by any client. They return the whole response.</summary>
public static class HttpCalls
{
    /// <summary>Sends a POST request with JSON.</summary>
    public static Task<ApiResponse> Post(this HttpClient client, string path, object body, string? bearer = null) => client.Send(HttpMethod.Post, path, body, bearer);

    /// <summary>Sends a GET request.</summary>
    public static Task<ApiResponse> Get(this HttpClient client, string path, string? bearer = null) => client.Send(HttpMethod.Get, path, body: null, bearer);

    /// <summary>Sends a request, with JSON or without.</summary>
    public static async Task<ApiResponse> Send(this HttpClient client, HttpMethod method, string path, object? body, string? bearer)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await client.SendAsync(request);
        return await ApiResponse.Read(response);
    }
}
