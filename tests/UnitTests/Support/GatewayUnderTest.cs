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

/// <summary>The gateway as the application registers it, with a server that returns the responses of the test: one per request, the last one for all further requests.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    public const string ClientId = "1example23456789";

    private readonly ServiceProvider _provider;
    private readonly CognitoStub? _server;

    // The standard AWS credential chain finds these, for the calls that are signed; and it does not call a metadata service that does not exist.
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

    /// <summary>What the gateway learns of the call that it serves.</summary>
    public FlowContext Context => _provider.GetRequiredService<FlowContext>();

    /// <summary>Makes the meters of this gateway.</summary>
    public IMeterFactory Meters => _provider.GetRequiredService<IMeterFactory>();

    /// <summary>What reached the server.</summary>
    public IReadOnlyCollection<SentRequest> Requests => _server!.Requests;

    public static Task<GatewayUnderTest> Start(params RequestDelegate[] answers) => Start([], null, answers);

    public static async Task<GatewayUnderTest> Start(IReadOnlyList<string> secrets, Secret? userContext, params RequestDelegate[] answers)
    {
        var next = -1;
        var server = await CognitoStub.Start(context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
        return new GatewayUnderTest(server.Url, server, secrets, userContext);
    }

    /// <summary>Points the gateway where nobody listens.</summary>
    public static GatewayUnderTest Nowhere()
    {
        // Taken and given back, so that it is free: nothing else on this machine asks for this one in between.
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
