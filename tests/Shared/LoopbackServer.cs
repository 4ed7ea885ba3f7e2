using System.Collections.Concurrent;
using System.Text;
#pragma warning disable IDE0005 // Projects of the Web SDK have these already.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
#pragma warning restore IDE0005

namespace CognitoAuth.Tests.Shared;

/// <summary>An HTTP server on a free port of loopback, without logs: it responds as the test defines and records the requests.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SentRequest> _requests = new();

    private LoopbackServer(WebApplication app) => _app = app;

    /// <summary>The server's address, without a trailing slash.</summary>
    public string Url => _app.Urls.Single();

    /// <summary>The requests so far, in order of arrival.</summary>
    public IReadOnlyCollection<SentRequest> Requests => _requests;

    /// <summary>Starts a server.</summary>
    /// <param name="respond">Called for each request, with any path.</param>
    /// <param name="isRecording">Whether to record <see cref="Requests"/>; false under load.</param>
    public static async Task<LoopbackServer> Start(RequestDelegate respond, bool isRecording = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server._app.Run(async context =>
        {
            if (isRecording) server._requests.Enqueue(await SentRequest.Read(context.Request));
            await respond(context);
        });
        await server._app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A received request.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, decoded.</param>
/// <param name="Headers">The headers. Several values of one header are joined by commas.</param>
/// <param name="Bytes">The body.</param>
public sealed record SentRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(Bytes);

    internal static async Task<SentRequest> Read(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        // Handlers can read it again.
        request.Body = new MemoryStream(body.ToArray(), writable: false);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new SentRequest(request.Method, request.Path, headers, body.ToArray());
    }
}
