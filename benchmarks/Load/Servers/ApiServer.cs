using CognitoAuth.Api;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Benchmarks.Load.Servers;

/// <summary>The API as it is shipped. In the same process, behind the same middleware, there are minimal endpoints for comparison.</summary>
internal static class ApiServer
{
    /// <summary>Returns 200.</summary>
    public const string Path = "/v1/none";

    /// <summary>Signs in without the API's flows.</summary>
    public const string SignInPath = "/v1/none/sign-in";

    /// <summary>The setting for the number of sessions that are signed out before the first request.</summary>
    public const string Revocations = "Benchmark:Revocations";

    /// <summary>Runs the server.</summary>
    public static Task<int> Run() => CognitoAuthHost.RunAsync(async () =>
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddCognitoAuth();

        var app = builder.Build();
        app.UseCognitoAuth();
        app.MapGet(Path, () => TypedResults.Ok());
        app.MapSignIn(SignInPath);
        app.MapAllocated();
        var revocations = app.Services.GetRequiredService<IRevocations>();
        for (var count = app.Configuration.GetValue(Revocations, 0); count > 0; count--) await revocations.EndSession(new SessionId(Guid.NewGuid().ToByteArray()), TimeSpan.FromDays(1), CancellationToken.None);
        await app.RunAsync();
    });
}
