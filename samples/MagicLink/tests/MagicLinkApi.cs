using System.Text.Json;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Testing;
using MagicLink.Triggers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MagicLink.Tests;

/// <summary>The host over its own user pool. Each test has one, so that tests do not share users, time or faults.</summary>
public sealed class MagicLinkApi : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _host;

    public MagicLinkApi()
    {
        MagicLinkTriggers.AddTo(Cognito.Pool);
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in Cognito.Settings) host.UseSetting(key, value);
            host.ConfigureServices(services => services.AddSingleton<TimeProvider>(Cognito.Clock));
        });
        Client = _host.CreateClient();
    }

    public LocalCognitoServer Cognito { get; } = LocalCognitoServer.Start(new LocalCognitoOptions { RecordRequests = true }, new LongTimeoutTimeProvider());

    public HttpClient Client { get; }

    /// <summary>Repeats a call until one succeeds: in a cold process on a busy machine, the first call can exceed the API's timeout for Cognito.</summary>
    public async Task WarmUp()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await Post("/v1/auth/sign-in", new { username = "nobody", password = "-" })).Status != 401) patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Adds a confirmed user, who signs in with an e-mail address.</summary>
    public void AddUser(string email) => Cognito.Pool.AddUser(email, "Correct-Horse-7", attributes: new Dictionary<string, string> { ["email"] = email });

    public async Task<ApiResponse> Post(string path, object body, string? bearer = null) => await ApiResponse.Read(await Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = JsonContent.Create(body),
        Headers = { { "Authorization", bearer is null ? [] : [$"Bearer {bearer}"] } },
    }));

    public async Task<ApiResponse> Get(string path, string? bearer = null) => await ApiResponse.Read(await Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path)
    {
        Headers = { { "Authorization", bearer is null ? [] : [$"Bearer {bearer}"] } },
    }));

    /// <summary>Requests a link, and opens the mail.</summary>
    /// <returns>The part of the link behind the <c>#</c>.</returns>
    public async Task<string> TokenSentTo(string email)
    {
        (await Post("/v1/auth/magic-link", new { username = email })).Status.ShouldBe(202);
        return Cognito.Inbox.LatestCode(email).Split('#')[1];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        await Cognito.DisposeAsync();
    }
}

/// <summary>An HTTP response with its whole body.</summary>
public sealed record ApiResponse(int Status, string Headers, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public string? Code => Json.GetProperty("code").GetString();

    public static async Task<ApiResponse> Read(HttpResponseMessage response)
    {
        // Without the headers that differ in any two responses.
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("X-Correlation-Id" or "Date"));
        return new((int)response.StatusCode, string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")), await response.Content.ReadAsStringAsync());
    }
}
