using System.Net.Http.Headers;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The API on Kestrel, in Aws mode over its own user pool: real HTTP on both sides.</summary>
public sealed class TestApi : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;
    private readonly CancellationToken _callerLeaves;

    // The standard AWS credential chain finds these for signed calls. It must not call a metadata service, because there is none.
    static TestApi()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "an-example-secret-of-the-tests");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }

    private TestApi(LocalCognitoServer cognito, WebApplicationFactory<Program> factory, LogSink log)
    {
        (Cognito, _factory, Log) = (cognito, factory, log);
        // No redirects and no cookies. Each response is checked against the contract.
        Client = factory.CreateDefaultClient(factory.ClientOptions.BaseAddress, new ContractCheck());
    }

    private TestApi(TestApi api, CancellationToken callerLeaves) => (Client, Cognito, Log, _factory, _callerLeaves) = (api.Client, api.Cognito, api.Log, api._factory, callerLeaves);

    /// <summary>A client of the API.</summary>
    public HttpClient Client { get; }

    /// <summary>The user pool behind the API.</summary>
    public LocalCognitoServer Cognito { get; }

    /// <summary>What the API logged.</summary>
    public LogSink Log { get; }

    /// <summary>Services of the running API.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts a pool and an API over it.</summary>
    /// <param name="pool">Changes the pool's settings.</param>
    /// <param name="settings">Further settings of the API.</param>
    /// <param name="poolTime">The pool's clock.</param>
    /// <param name="environment">The host environment.</param>
    /// <param name="time">The API's clock. The default has long timeouts, so that a busy machine does not look like an outage.</param>
    /// <param name="services">Adds to the API's services, as a team's host does.</param>
    /// <param name="isUnlimited">Whether <see cref="Unlimited"/> is the default of settings that are not in <paramref name="settings"/>.</param>
    public static TestApi Start(
        Action<LocalCognitoOptions>? pool = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeProvider? poolTime = null,
        string environment = "Production",
        TimeProvider? time = null,
        Action<IServiceCollection>? services = null,
        bool isUnlimited = true)
    {
        var options = new LocalCognitoOptions { RecordRequests = true };
        pool?.Invoke(options);
        var cognito = LocalCognitoServer.Start(options, poolTime);
        var log = new LogSink();
        // No load balancer must notice the stop.
        var all = cognito.Settings.Append(new("Shutdown:Delay", "00:00:00")).Concat(isUnlimited ? Unlimited : []).Concat(settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            .GroupBy(setting => setting.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment(environment);
            host.UseSetting("urls", "http://127.0.0.1:0");
            foreach (var (key, value) in all) host.UseSetting(key, value);
            host.ConfigureServices(ours => ours.AddSingleton<ILogEventSink>(log).AddSingleton(time ?? new LongTimeoutTimeProvider()));
            if (services is not null) host.ConfigureServices(services);
        });
        factory.UseKestrel();
        factory.StartServer();
        return new TestApi(cognito, factory, log);
    }

    /// <summary>Waits until a first call has succeeded: in a cold process on a busy machine it can exceed its timeouts.</summary>
    public Task WarmUp() => Wait.Until(async () => (await Post("/v1/auth/sign-in", new { username = "nobody", password = "-" })).Status == 401);

    /// <summary>The same API, for a caller who disconnects when the token is canceled.</summary>
    public TestApi CalledUntil(CancellationToken callerLeaves) => new(this, callerLeaves);

    /// <summary>Settings without rate limits and answer floor, for tests of other features: those tests share clients and should be fast.</summary>
    public static Dictionary<string, string?> Unlimited => new(StringComparer.Ordinal)
    {
        ["Security:AnswerFloor"] = "00:00:00",
        ["Security:RateLimits:PerClient:Permits"] = "1000000",
        ["Security:RateLimits:SignInPerAccount:Permits"] = "1000000",
        ["Security:RateLimits:CodesPerAccount:Permits"] = "1000000",
        ["Security:RateLimits:AttemptsPerSession:Permits"] = "1000000",
    };

    /// <summary>Sends a POST request with JSON.</summary>
    public Task<ApiResponse> Post(string path, object body, string? bearer = null) => Send(HttpMethod.Post, path, body, bearer);

    /// <summary>Sends a GET request.</summary>
    public Task<ApiResponse> Get(string path, string? bearer = null) => Send(HttpMethod.Get, path, null, bearer);

    /// <summary>Sends a request and reads the whole response.</summary>
    public async Task<ApiResponse> Send(HttpMethod method, string path, object? body, string? bearer)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await Send(request);
    }

    /// <summary>Sends a request and reads the whole response.</summary>
    public async Task<ApiResponse> Send(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, _callerLeaves);
        return await ApiResponse.Read(response);
    }

    /// <summary>Signs in a user of the pool.</summary>
    public async Task<Tokens> SignIn(string username, string password = Users.Password)
    {
        var response = await Post("/v1/auth/sign-in", new { username, password });
        response.Status.ShouldBe(200, response.Text);
        return Tokens.Of(response.Json);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
        await Cognito.DisposeAsync();
    }
}
