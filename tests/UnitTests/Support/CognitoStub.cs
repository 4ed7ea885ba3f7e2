using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Replaces Cognito on loopback and creates clients that call it.</summary>
public sealed class CognitoStub : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private CognitoStub(LoopbackServer server) => _server = server;

    public IReadOnlyCollection<SentRequest> Requests => _server.Requests;

    public SentRequest Request => Requests.ShouldHaveSingleItem();

    public string Url => _server.Url;

    public static async Task<CognitoStub> Start(RequestDelegate answer) => new(await LoopbackServer.Start(answer));

    /// <summary>Returns that status and body to every request.</summary>
    public static Task<CognitoStub> Answering(string body, int status = 200, params (string Name, string Value)[] headers) => Start(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return context.Response.WriteAsync(body);
    });

    /// <summary>A client like the application's that calls this server. Anonymous unless credentials are given.</summary>
    public AmazonCognitoIdentityProviderClient Client(AWSCredentials? credentials = null, TimeSpan? timeout = null) => Client(Way.Direct, credentials, timeout);

    /// <summary>A client that sends unsigned calls in that way.</summary>
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
}

/// <summary>How an unsigned call is sent to Cognito.</summary>
public enum Way
{
    /// <summary>Directly, like the application's calls.</summary>
    Direct,

    /// <summary>Through the pipeline of the AWS runtime, like calls of the client in the Sdk folder.</summary>
    Pipeline,
}
