using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace CognitoAuth.Benchmarks.Load.Servers;

/// <summary>A minimal ASP.NET Core server: no log, and no middleware except routing.</summary>
internal static class BareServer
{
    private static readonly HttpClient Cognito = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private static readonly MediaTypeHeaderValue AmazonJson = new("application/x-amz-json-1.1");

    /// <summary>Returns 200.</summary>
    public const string Path = "/none";

    /// <summary>Signs in.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>Returns the number of bytes that the process has allocated so far.</summary>
    public const string AllocatedPath = "/benchmark/allocated";

    /// <summary>Runs the server.</summary>
    public static async Task<int> Run()
    {
        var app = Create();
        app.MapGet(Path, () => TypedResults.Ok());
        app.MapAllocated();
        app.MapSignIn(SignInPath);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Adds an endpoint that returns the number of bytes that the process has allocated so far.</summary>
    public static void MapAllocated(this IEndpointRouteBuilder app) => app.MapGet(AllocatedPath, () => GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds an endpoint that signs in: it makes the same call to Cognito as the API, and returns the tokens unchanged.</summary>
    public static void MapSignIn(this WebApplication app, string path) => app.MapPost(path, (Credentials credentials) => SignIn(app.Configuration, credentials));

    private static WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private static async Task<AuthenticationResult> SignIn(IConfiguration settings, Credentials credentials)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings["Cognito:ServiceUrl"]);
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
        request.Content = JsonContent.Create(
            new InitiateAuth("USER_PASSWORD_AUTH", settings["Cognito:ClientId"]!, new Dictionary<string, string>(StringComparer.Ordinal) { ["USERNAME"] = credentials.Username, ["PASSWORD"] = credentials.Password }),
            CognitoJson.Default.InitiateAuth,
            AmazonJson);
        using var response = await Cognito.SendAsync(request);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(CognitoJson.Default.InitiateAuthResponse))!.AuthenticationResult;
    }
}

/// <summary>The request of a client.</summary>
internal sealed record Credentials(string Username, string Password);

/// <summary>The request to Cognito.</summary>
internal sealed record InitiateAuth(string AuthFlow, string ClientId, Dictionary<string, string> AuthParameters);

/// <summary>The response of Cognito.</summary>
internal sealed record InitiateAuthResponse(AuthenticationResult AuthenticationResult);

/// <summary>The tokens.</summary>
internal sealed record AuthenticationResult(string AccessToken, string IdToken, string RefreshToken, int ExpiresIn, string TokenType);

[JsonSerializable(typeof(InitiateAuth))]
[JsonSerializable(typeof(InitiateAuthResponse))]
internal sealed partial class CognitoJson : JsonSerializerContext;
