using System.Diagnostics.Metrics;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Tests.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The gateway as the application registers it, calling a server with responses that the test sets: one per request; the last one repeats.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    public const string ClientId = "1example23456789";

    private readonly ServiceProvider _provider;
    private readonly CognitoStub? _server;

    // The AWS credential chain finds these for signed calls, and does not call a metadata service that does not exist.
    static GatewayUnderTest()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "an-example-secret-of-the-tests");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }

    private GatewayUnderTest(string url, CognitoStub? server, IReadOnlyList<string> secrets, Secret? userContext)
    {
        _server = server;
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Cognito:Region"] = "eu-central-1",
            ["Cognito:UserPoolId"] = "eu-central-1_AbCdEfGhI",
            ["Cognito:ClientId"] = ClientId,
            ["Cognito:ServiceUrl"] = url,
            ["Cognito:UseAdminApi"] = "true",
        };
        for (var index = 0; index < secrets.Count; index++) settings[$"Cognito:ClientSecrets:{index}"] = secrets[index];
        _provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddMetrics()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IClientContext>(new FixedClientContext(userContext))
            .AddSingleton<FlowContext>()
            .AddCognito()
            .BuildServiceProvider();
    }

    public ICognitoGateway Gateway => _provider.GetRequiredService<ICognitoGateway>();

    /// <summary>The context of the call that the gateway serves.</summary>
    public FlowContext Context => _provider.GetRequiredService<FlowContext>();

    /// <summary>Creates the meters of this gateway.</summary>
    public IMeterFactory Meters => _provider.GetRequiredService<IMeterFactory>();

    /// <summary>The requests that reached the server.</summary>
    public IReadOnlyCollection<SentRequest> Requests => _server!.Requests;

    public static Task<GatewayUnderTest> Start(params RequestDelegate[] answers) => Start([], null, answers);

    public static async Task<GatewayUnderTest> Start(IReadOnlyList<string> secrets, Secret? userContext, params RequestDelegate[] answers)
    {
        var next = -1;
        var server = await CognitoStub.Start(context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
        return new GatewayUnderTest(server.Url, server, secrets, userContext);
    }

    /// <summary>Makes the gateway call an address where nothing listens.</summary>
    public static GatewayUnderTest Nowhere()
    {
        // Opened and closed, so the port is free: nothing else on this machine takes it in between.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return new GatewayUnderTest($"http://{listener.LocalEndpoint}", null, [], null);
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    private sealed record FixedClientContext(Secret? EncodedUserContext) : IClientContext
    {
        public string? IpAddress => "192.0.2.7";
    }
}
