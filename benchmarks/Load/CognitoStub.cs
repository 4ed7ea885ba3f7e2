using System.Text.Json;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>A fast replacement of Cognito: it returns the key set, and the same tokens to each sign-in. The benchmarks do not measure the work of a pool.</summary>
internal sealed class CognitoStub : IAsyncDisposable
{
    private LoopbackServer _server = null!;

    private CognitoStub()
    {
    }

    /// <summary>The tokens and their key.</summary>
    public AccessTokens Tokens { get; } = new();

    /// <summary>The address of the server.</summary>
    public string Endpoint => _server.Url;

    /// <summary>The <c>iss</c> of the tokens.</summary>
    public string Issuer => $"{Endpoint}/{AccessTokens.UserPoolId}";

    /// <summary>The time of a call.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Settings without rate limits, because one client makes all calls.</summary>
    public static IReadOnlyDictionary<string, string?> Unlimited { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Security:RateLimits:PerClient:Permits"] = "1000000",
        ["Security:RateLimits:PerClient:Window"] = "00:00:01",
        ["Security:RateLimits:SignInPerAccount:Permits"] = "1000000",
        ["Security:RateLimits:SignInPerAccount:Window"] = "00:00:01",
        ["Security:RateLimits:CodesPerAccount:Permits"] = "1000000",
        ["Shutdown:Delay"] = "00:00:00",
    };

    /// <summary>The settings of an API that uses this server.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(Unlimited, StringComparer.Ordinal)
    {
        ["Cognito:Region"] = "eu-west-1",
        ["Cognito:UserPoolId"] = AccessTokens.UserPoolId,
        ["Cognito:ClientId"] = AccessTokens.ClientId,
        ["Cognito:ServiceUrl"] = Endpoint,
        ["Cognito:Issuer"] = Issuer,
    };

    /// <summary>Starts the server on a free port.</summary>
    public static async Task<CognitoStub> Start()
    {
        var stub = new CognitoStub();
        byte[] tokens = [];
        stub._server = await LoopbackServer.Start(
            async context =>
            {
                if (HttpMethods.IsPost(context.Request.Method))
                {
                    if (stub.Latency > TimeSpan.Zero) await Task.Delay(stub.Latency);
                    context.Response.ContentType = "application/x-amz-json-1.1";
                    context.Response.ContentLength = tokens.Length;
                    await context.Response.Body.WriteAsync(tokens);
                }
                else
                {
                    context.Response.ContentType = "application/json";
                    await context.Response.WriteAsync(stub.Tokens.Jwks);
                }
            },
            isRecording: false);
        tokens = JsonSerializer.SerializeToUtf8Bytes(new
        {
            AuthenticationResult = new { AccessToken = stub.Tokens.Create(stub.Issuer, 1)[0], IdToken = stub.Tokens.Create(stub.Issuer, 1)[0], RefreshToken = new string('r', 1_800), ExpiresIn = 3_600, TokenType = "Bearer" },
            ChallengeParameters = new { },
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
