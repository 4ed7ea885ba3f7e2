using System.Net.Http.Headers;
using System.Text.Json;
using CognitoAuth.LocalCognito;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>Runs one account after the other, from sign-up to deletion. When a call fails because the pool failed, it continues with the next account.</summary>
internal sealed class SoakUser(int number, HttpClient client, LocalCognitoServer cognito, ResponseCounts responses)
{
    private const string Password = "Correct-Horse-7-Battery";
    private const string NewPassword = "Another-Horse-8-Battery";
    private const int Verifications = 50;

    /// <summary>Runs until the token is canceled.</summary>
    public async Task Run(CancellationToken end)
    {
        for (var account = 0; !end.IsCancellationRequested; account++) await Live($"user-{number}-{account}@example.com");
    }

    private async Task Live(string username)
    {
        if (await Post("auth/sign-up", new { username, password = Password, attributes = new { email = username } }) is not (202, _)) return;
        if (await Post("auth/sign-up/confirm", new { username, code = cognito.Inbox.LatestCode(username) }) is not (200, _)) return;

        await Post("auth/sign-in", new { username, password = "wrong-Password-1" });
        await Post("auth/sign-in", new { username = $"nobody-{username}", password = Password });
        if (await SignIn(username, Password) is not var (access, refresh)) return;

        for (var call = 0; call < Verifications; call++) await Get("auth/verify", access);
        await Get("auth/session", access);
        await Get("auth/verify", $"{access[..^4]}AAAA");
        await Get("me", access);
        await Send(HttpMethod.Patch, "me/attributes", new { attributes = new { name = "Jane" } }, access);
        if (await Post("auth/token/refresh", new { refreshToken = refresh }) is (200, { } refreshed)) access = refreshed.GetProperty("tokens").GetProperty("accessToken").GetString()!;

        if (await Post("auth/sign-out", new { refreshToken = refresh }, access) is (204, _) && await Get("auth/verify", access) is (200, _)) responses.Wrong.Enqueue("verify 200 after the session was signed out");
        if (await Post("auth/password/forgot", new { username }) is not (202, _)) return;
        // The pool may have failed, which the response does not reveal. Then there is no new code.
        if (await Post("auth/password/reset", new { username, code = cognito.Inbox.LatestCode(username), newPassword = NewPassword }) is not (204, _)) return;

        if (await SignIn(username, NewPassword) is not var (again, _)) return;
        if (await Post("auth/sign-out", new { scope = "everywhere" }, again) is (204, _) && await Get("auth/verify", again) is (200, _)) responses.Wrong.Enqueue("verify 200 after all sessions were signed out");
        if (await SignIn(username, NewPassword) is var (last, _)) await Send(HttpMethod.Delete, "me", null, last);
    }

    private async Task<(string Access, string Refresh)?> SignIn(string username, string password)
    {
        if (await Post("auth/sign-in", new { username, password }) is not (200, { } response)) return null;
        var tokens = response.GetProperty("tokens");
        return (tokens.GetProperty("accessToken").GetString()!, tokens.GetProperty("refreshToken").GetString()!);
    }

    private Task<(int Status, JsonElement? Body)> Post(string path, object body, string? bearer = null) => Send(HttpMethod.Post, path, body, bearer);

    private Task<(int Status, JsonElement? Body)> Get(string path, string bearer) => Send(HttpMethod.Get, path, null, bearer);

    private async Task<(int Status, JsonElement? Body)> Send(HttpMethod method, string path, object? body, string? bearer)
    {
        using var request = new HttpRequestMessage(method, $"/v1/{path}");
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        var call = $"{method} /v1/{path}";
        try
        {
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            JsonElement? json = text.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(text);
            var status = (int)response.StatusCode;
            responses.Add(call, status, status < 400 ? "" : json?.GetProperty("code").GetString() ?? "none");
            return (status, json);
        }
        catch (HttpRequestException lost)
        {
            responses.Wrong.Enqueue($"{call}: {lost.HttpRequestError}");
            return (0, null);
        }
    }
}
