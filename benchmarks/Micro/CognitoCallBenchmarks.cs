using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using BenchmarkDotNet.Attributes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary><c>InitiateAuth</c> with a password, over loopback: the cost of each layer of the API.</summary>
public class CognitoCallBenchmarks
{
    private static readonly MediaTypeHeaderValue ContentType = new("application/x-amz-json-1.1");
    private static readonly Secret Password = new("correct horse battery staple");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private CognitoStub _stub = null!;
    private Uri _url = null!;
    private DirectCognitoClient _client = null!;
    private AmazonCognitoIdentityProviderClient _pipeline = null!;
    private WebApplication _api = null!;
    private ICognitoGateway _gateway = null!;

    /// <summary>Starts the server.</summary>
    [GlobalSetup]
    public void Start()
    {
        _stub = CognitoStub.Start();
        _url = new Uri(_stub.Url);
        _client = new DirectCognitoClient(new AnonymousAWSCredentials(), Config());
        _pipeline = new AmazonCognitoIdentityProviderClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), Config());
        _api = ShippedApi.Create(new(StringComparer.Ordinal) { ["Cognito:ServiceUrl"] = _stub.Url });
        _gateway = _api.Services.CreateScope().ServiceProvider.GetRequiredService<ICognitoGateway>();
    }

    /// <summary>Stops the server.</summary>
    [GlobalCleanup]
    public async Task Stop()
    {
        await _api.DisposeAsync();
        _pipeline.Dispose();
        _client.Dispose();
        _http.Dispose();
        _stub.Dispose();
    }

    /// <summary>The minimal cost of a call: HttpClient, and System.Text.Json with generated code.</summary>
    [Benchmark(Baseline = true)]
    public async Task<string?> HttpClientAlone()
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
            new BareRequest("USER_PASSWORD_AUTH", "client", new(StringComparer.Ordinal) { ["USERNAME"] = "jane", ["PASSWORD"] = Password.Reveal() }),
            BareShapes.Default.BareRequest));
        content.Headers.ContentType = ContentType;
        using var message = new HttpRequestMessage(HttpMethod.Post, _url) { Content = content };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        return (await JsonSerializer.DeserializeAsync(body, BareShapes.Default.BareResponse))?.AuthenticationResult?.AccessToken;
    }

    /// <summary>The client of the API.</summary>
    [Benchmark]
    public async Task<string?> Client() => (await _client.InitiateAuthAsync(Request())).AuthenticationResult?.AccessToken;

    /// <summary>The client in the Sdk folder: the pipeline of the AWS runtime.</summary>
    [Benchmark]
    public async Task<string?> ClientByPipeline() => (await _pipeline.InitiateAuthAsync(Request())).AuthenticationResult?.AccessToken;

    /// <summary>A signed call, which takes the pipeline in either client.</summary>
    [Benchmark]
    public async Task<string?> ClientSigned() =>
        (await _pipeline.AdminInitiateAuthAsync(new AdminInitiateAuthRequest
        {
            UserPoolId = ShippedApi.UserPoolId,
            ClientId = "client",
            AuthFlow = AuthFlowType.ADMIN_USER_PASSWORD_AUTH,
            AuthParameters = new(StringComparer.Ordinal) { ["USERNAME"] = "jane", ["PASSWORD"] = Password.Reveal() },
        })).AuthenticationResult?.AccessToken;

    /// <summary>The gateway: the client with resilience, metrics and the map of errors.</summary>
    [Benchmark]
    public Task<Result<SignInOutcome>> Gateway() => _gateway.StartSignIn("jane", new SignInStart.Password(Password), CancellationToken.None);

    private static InitiateAuthRequest Request() => new()
    {
        AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
        ClientId = "client",
        AuthParameters = new(StringComparer.Ordinal) { ["USERNAME"] = "jane", ["PASSWORD"] = Password.Reveal() },
    };

    private AmazonCognitoIdentityProviderConfig Config() => new()
    {
        ServiceURL = _stub.Url,
        AuthenticationRegion = "eu-central-1",
        MaxErrorRetry = 0,
        MaxStaleConnectionRetries = 0,
        Timeout = TimeSpan.FromMinutes(1),
        HttpClientFactory = new CognitoHttpClientFactory(),
    };
}

internal sealed record BareRequest(string AuthFlow, string ClientId, Dictionary<string, string> AuthParameters);

internal sealed record BareResponse(BareTokens? AuthenticationResult, Dictionary<string, string>? ChallengeParameters);

internal sealed record BareTokens(string AccessToken, int ExpiresIn, string IdToken, string? RefreshToken, string TokenType);

[JsonSerializable(typeof(BareRequest)), JsonSerializable(typeof(BareResponse))]
internal sealed partial class BareShapes : JsonSerializerContext;
