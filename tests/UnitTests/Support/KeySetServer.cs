using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Serves a key set on loopback, in the ways that a key set's address has of answering.</summary>
public sealed class KeySetServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SemaphoreSlim _arrivals = new(0);
    private int _requests;

    private KeySetServer(WebApplication app) => _app = app;

    /// <summary>The issuer whose key set this is.</summary>
    public string Issuer => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>What the next requests are answered.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Status(HttpStatusCode.NotFound);

    public static async Task<KeySetServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new KeySetServer(app);
        app.Run(server.Serve);
        await app.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task> Keys(params PoolKey[] keys) => Body(PoolKey.Set(keys));

    public static Func<HttpContext, Task> Body(string json) => context => context.Response.WriteAsync(json);

    public static Func<HttpContext, Task> Status(HttpStatusCode status) => context =>
    {
        context.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    };

    /// <summary>A good key set elsewhere.</summary>
    public static Func<HttpContext, Task> Redirect(string target) => context =>
    {
        context.Response.StatusCode = (int)HttpStatusCode.TemporaryRedirect;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    };

    /// <summary>Never, until the client goes away.</summary>
    public static Task Hang(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);

    /// <summary>The headers at once, the body never.</summary>
    public static async Task HangInBody(HttpContext context)
    {
        await context.Response.WriteAsync("""{"keys":[""");
        await context.Response.Body.FlushAsync();
        await Hang(context);
    }

    /// <summary>As another answer, once the gate is open.</summary>
    public static Func<HttpContext, Task> After(Task gate, Func<HttpContext, Task> answer) => async context =>
    {
        await gate;
        await answer(context);
    };

    /// <summary>Completes when one more request has arrived.</summary>
    public Task Arrival() => _arrivals.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task Serve(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var answer = Answer;
        _arrivals.Release();
        if (context.Request.Path != "/.well-known/jwks.json")
            answer = Status(HttpStatusCode.NotFound);

        await answer(context);
    }
}
