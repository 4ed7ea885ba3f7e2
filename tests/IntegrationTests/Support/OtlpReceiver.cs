using System.Text;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Receives OTLP (HTTP with protobuf), and keeps the bytes as they arrived. Protobuf does not encode texts, so they can be searched.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private OtlpReceiver(LoopbackServer server) => _server = server;

    /// <summary>The settings that send traces and metrics here.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _server.Url,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>Everything that was sent to a path so far: <c>/v1/traces</c>.</summary>
    public string Of(string path) =>
        // Each byte becomes one character, so that none is lost. Names and secrets of the tests are ASCII.
        string.Concat(_server.Requests.Where(request => request.Path == path).Select(request => Encoding.Latin1.GetString(request.Bytes)));

    /// <summary>Starts a receiver on a free port of loopback.</summary>
    public static async Task<OtlpReceiver> Start() => new(await LoopbackServer.Start(context =>
    {
        context.Response.ContentType = "application/x-protobuf";
        return Task.CompletedTask;
    }));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
