using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>A proxy to a server on loopback that can be interrupted as a network can: connections stay open, and nothing arrives until the repair. Data that was sent meanwhile arrives late, as with TCP.</summary>
public sealed class NetworkCut : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _port;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _toServer = Open();
    private volatile TaskCompletionSource _toClient = Open();

    /// <summary>Starts a proxy.</summary>
    /// <param name="port">The server's port.</param>
    public NetworkCut(int port)
    {
        _port = port;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>The value for <c>ConnectionStrings:Redis</c>.</summary>
    public string ConnectionString => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Interrupts both directions.</summary>
    public void Cut()
    {
        _toServer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CutResponses();
    }

    /// <summary>Interrupts the direction from the server to the client.</summary>
    public void CutResponses() => _toClient = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Repairs both directions.</summary>
    public void Mend()
    {
        _toServer.TrySetResult();
        _toClient.TrySetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task Accept()
    {
        while (true) _ = Connect(await _listener.AcceptTcpClientAsync(_end.Token));
    }

    private async Task Connect(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _port, _end.Token);
                await Task.WhenAny(Pump(client.GetStream(), server.GetStream(), () => _toServer), Pump(server.GetStream(), client.GetStream(), () => _toClient));
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                // The server is down, or the test has ended.
            }
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, Func<TaskCompletionSource> way)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _end.Token) is > 0 and var count)
            {
                await way().Task.WaitAsync(_end.Token);
                await to.WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two sides has disconnected.
        }
    }
}
