using System.Text.Json;
using CognitoAuth.Benchmarks.Load.Servers;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>What answers in Cognito's place as fast as it can: the key set, and the same tokens to each sign-in. The cost of a pool's work is not what is measured.</summary>
internal sealed class CognitoStub : IAsyncDisposable
{
    private readonly WebApplication _server;

    private CognitoStub(WebApplication server) => _server = server;

    /// <summary>The tokens and their key.</summary>
    public AccessTokens Tokens { get; } = new();

    /// <summary>Where it listens.</summary>
    public string Endpoint => _server.Urls.Single();

    /// <summary>The <c>iss</c> of the tokens.</summary>
    public string Issuer => $"{Endpoint}/{AccessTokens.UserPoolId}";

    /// <summary>How long a call takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>No rate limit within reach: one client makes all calls.</summary>
    public static IReadOnlyDictionary<string, string?> Unlimited { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Security:RateLimits:PerClient:Permits"] = "1000000",
        ["Security:RateLimits:PerClient:Window"] = "00:00:01",
        ["Security:RateLimits:SignInPerAccount:Permits"] = "1000000",
        ["Security:RateLimits:SignInPerAccount:Window"] = "00:00:01",
        ["Security:RateLimits:CodesPerAccount:Permits"] = "1000000",
        ["Shutdown:Delay"] = "00:00:00",
    };

    /// <summary>What the API must be told to use it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(Unlimited, StringComparer.Ordinal)
    {
        ["Cognito:Region"] = "eu-west-1",
        ["Cognito:UserPoolId"] = AccessTokens.UserPoolId,
        ["Cognito:ClientId"] = AccessTokens.ClientId,
        ["Cognito:ServiceUrl"] = Endpoint,
        ["Cognito:Issuer"] = Issuer,
    };

    /// <summary>Starts it on a free port.</summary>
    public static async Task<CognitoStub> Start()
    {
        var server = BareServer.Create("http://127.0.0.1:0");
        var stub = new CognitoStub(server);
        server.MapGet($"/{AccessTokens.UserPoolId}/.well-known/jwks.json", () => Results.Text(stub.Tokens.Jwks, "application/json"));
        await server.StartAsync();

        var answer = JsonSerializer.SerializeToUtf8Bytes(new
        {
            AuthenticationResult = new { AccessToken = stub.Tokens.Create(stub.Issuer, 1)[0], IdToken = stub.Tokens.Create(stub.Issuer, 1)[0], RefreshToken = new string('r', 1_800), ExpiresIn = 3_600, TokenType = "Bearer" },
            ChallengeParameters = new { },
        });
        server.MapPost("/", async (HttpContext context) =>
        {
            if (stub.Latency > TimeSpan.Zero) await Task.Delay(stub.Latency);
            context.Response.ContentType = "application/x-amz-json-1.1";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        return stub;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Tokens.Dispose();
    }
}
