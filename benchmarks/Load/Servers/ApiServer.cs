using CognitoAuth.Api;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Benchmarks.Load.Servers;

/// <summary>The API as it is shipped, and in the same process endpoints that do the least, behind the same middleware.</summary>
internal static class ApiServer
{
    /// <summary>Answers 200.</summary>
    public const string Path = "/v1/none";

    /// <summary>Signs in, past the API's flows.</summary>
    public const string SignInPath = "/v1/none/sign-in";

    /// <summary>The setting that says how many sessions are signed out before the first request.</summary>
    public const string Revocations = "Benchmark:Revocations";

    /// <summary>Runs it.</summary>
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
