using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CognitoAuth.IntegrationTests.Support;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Api.Http;

/// <summary>Clients that hold a connection and send almost nothing are disconnected.</summary>
[Trait("Clock", "Real")]
public sealed class SlowClientTests(HiddenApi hidden, ITestOutputHelper output) : IClassFixture<HiddenApi>
{
    // Between the limits of the server (10 s for the head; 5 s, and then a kibibyte per second, for the body) and the framework's defaults (30 s, and 240 bytes per second).
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", 1)]
    [InlineData("POST /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{\"username\":\"", 100)]
    public async Task A_request_that_arrives_too_slowly_ends_its_connection(string sent, int bytesAtATime)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(hidden.Api.Client.BaseAddress!.Host, hidden.Api.Client.BaseAddress.Port);
        var stream = client.GetStream();
        var watch = Stopwatch.StartNew();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(sent));

        using var reader = new StreamReader(stream, Encoding.ASCII);
        using var timeout = new CancellationTokenSource(Bound);
        var response = reader.ReadLineAsync(timeout.Token).AsTask();
        var drop = Encoding.ASCII.GetBytes(new string('a', bytesAtATime));
        while (await Task.WhenAny(response, Task.Delay(Pace)) != response) await stream.WriteAsync(drop);

        (await response).ShouldBe("HTTP/1.1 408 Request Timeout");
        output.WriteLine($"Disconnected after {watch.Elapsed.TotalSeconds:0.0} s.");
    }
}
