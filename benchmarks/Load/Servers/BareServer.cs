namespace CognitoAuth.Benchmarks.Load.Servers;

/// <summary>The least that ASP.NET Core does for a request: no log, no middleware but routing.</summary>
internal static class BareServer
{
    /// <summary>Answers 200.</summary>
    public const string Path = "/none";

    /// <summary>Runs it.</summary>
    public static async Task<int> Run()
    {
        var app = Create();
        app.MapGet(Path, () => TypedResults.Ok());
        await app.RunAsync();
        return 0;
    }

    /// <summary>Makes a server without logs.</summary>
    public static WebApplication Create(string? url = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (url is not null) builder.WebHost.UseUrls(url);
        return builder.Build();
    }
}
