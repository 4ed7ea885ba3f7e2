using System.Collections.Concurrent;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Support;

/// <summary>A real HTTP server on loopback that answers as a test says and remembers what it was sent.</summary>
public sealed class CognitoStub : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<SentRequest> _requests = new();

    private CognitoStub(WebApplication server) => _server = server;

    public IReadOnlyCollection<SentRequest> Requests => _requests;

    public SentRequest Request => _requests.ShouldHaveSingleItem();

    public string Url => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<CognitoStub> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new CognitoStub(builder.Build());
        stub._server.Run(async context =>
        {
            stub._requests.Enqueue(await SentRequest.Read(context.Request));
            await answer(context);
        });
        await stub._server.StartAsync();
        return stub;
    }

    /// <summary>Answers with that status and body to every request.</summary>
    public static Task<CognitoStub> Answering(string body, int status = 200, params (string Name, string Value)[] headers) => Start(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        return context.Response.WriteAsync(body);
    });

    /// <summary>A client as the application makes it, pointed here. Anonymous unless credentials are given.</summary>
    public AmazonCognitoIdentityProviderClient Client(AWSCredentials? credentials = null, TimeSpan? timeout = null) => Client(Way.Direct, credentials, timeout);

    /// <summary>A client whose unsigned calls go that way.</summary>
    public AmazonCognitoIdentityProviderClient Client(Way way, AWSCredentials? credentials = null, TimeSpan? timeout = null) => way is Way.Direct
        ? new DirectCognitoClient(credentials ?? new AnonymousAWSCredentials(), Config(timeout))
        : new AmazonCognitoIdentityProviderClient(credentials ?? new AnonymousAWSCredentials(), Config(timeout));

    public AmazonCognitoIdentityProviderConfig Config(TimeSpan? timeout = null) => new()
    {
        ServiceURL = Url,
        AuthenticationRegion = "eu-central-1",
        MaxErrorRetry = 0,
        MaxStaleConnectionRetries = 0,
        Timeout = timeout ?? TimeSpan.FromSeconds(30),
        HttpClientFactory = new CognitoHttpClientFactory(),
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public sealed record SentRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public static async Task<SentRequest> Read(HttpRequest request)
        {
            request.EnableBuffering();
            using var reader = new StreamReader(request.Body, leaveOpen: true);
            var body = await reader.ReadToEndAsync();
            request.Body.Position = 0;
            var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            return new SentRequest(request.Method, request.Path, headers, body);
        }
    }
}

/// <summary>How an unsigned call goes to Cognito.</summary>
public enum Way
{
    /// <summary>Straight to the wire, as the application's do.</summary>
    Direct,

    /// <summary>Through the pipeline of the AWS runtime, as those of the client in the Sdk folder do.</summary>
    Pipeline,
}
