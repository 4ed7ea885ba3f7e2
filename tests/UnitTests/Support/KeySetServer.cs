using System.Net;
using CognitoAuth.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Serves a key set on loopback, with the responses that such an address can give.</summary>
public sealed class KeySetServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _arrivals = new(0);
    private LoopbackServer _server = null!;

    private KeySetServer()
    {
    }

    /// <summary>The issuer whose key set this is.</summary>
    public string Issuer => _server.Url;

    public int Requests => _server.Requests.Count;

    /// <summary>The response to the next requests.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Status(HttpStatusCode.NotFound);

    public static async Task<KeySetServer> Start()
    {
        var keys = new KeySetServer();
        keys._server = await LoopbackServer.Start(keys.Serve);
        return keys;
    }

    public static Func<HttpContext, Task> Keys(params PoolKey[] keys) => Body(PoolKey.Set(keys));

    public static Func<HttpContext, Task> Body(string json) => context => context.Response.WriteAsync(json);

    public static Func<HttpContext, Task> Status(HttpStatusCode status) => context =>
    {
        context.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    };

    /// <summary>A redirect to another address.</summary>
    public static Func<HttpContext, Task> Redirect(string target) => context =>
    {
        context.Response.StatusCode = (int)HttpStatusCode.TemporaryRedirect;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    };

    /// <summary>No response until the client disconnects.</summary>
    public static Task Hang(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);

    /// <summary>The headers immediately, the body never.</summary>
    public static async Task HangInBody(HttpContext context)
    {
        await context.Response.WriteAsync("""{"keys":[""");
        await context.Response.Body.FlushAsync();
        await Hang(context);
    }

    /// <summary>Another response, after the gate is open.</summary>
    public static Func<HttpContext, Task> After(Task gate, Func<HttpContext, Task> answer) => async context =>
    {
        await gate;
        await answer(context);
    };

    /// <summary>Completes when one more request has arrived.</summary>
    public Task Arrival() => _arrivals.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _arrivals.Dispose();
    }

    private Task Serve(HttpContext context)
    {
        var answer = context.Request.Path == "/.well-known/jwks.json" ? Answer : Status(HttpStatusCode.NotFound);
        _arrivals.Release();
        return answer(context);
    }
}
