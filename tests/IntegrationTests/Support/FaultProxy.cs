using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>
/// A proxy between the API and a user pool. It makes faults of connections that an HTTP server cannot make: resets, truncated or slow bodies, silence, no listener. It counts the requests that
/// arrived, by operation. Requests without a planned fault reach the pool.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private const string TargetPrefix = "AWSCognitoIdentityProviderService.";

    private readonly HttpClient _pool;
    private readonly IPEndPoint _address;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<WireFault>> _planned = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _arrivals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private Socket _listener;
    private Task _accepting;
    private int _otherRequests;

    private FaultProxy(string pool)
    {
        _pool = new HttpClient { BaseAddress = new Uri(pool), Timeout = Timeout.InfiniteTimeSpan };
        _listener = Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _address = (IPEndPoint)_listener.LocalEndPoint!;
        _accepting = Accept();
    }

    /// <summary>The address for the API's setting <c>Cognito:ServiceUrl</c>.</summary>
    public string Endpoint => $"http://{_address}";

    /// <summary>The number of requests for other paths. A client that follows a redirect makes them.</summary>
    public int OtherRequests => Volatile.Read(ref _otherRequests);

    /// <summary>Starts a proxy in front of a pool.</summary>
    public static FaultProxy Start(string pool) => new(pool);

    /// <summary>Plans a fault for the next requests of an operation.</summary>
    public void Plan(string operation, WireFault fault, int times = 1)
    {
        var planned = _planned.GetOrAdd(operation, _ => new ConcurrentQueue<WireFault>());
        for (var request = 0; request < times; request++) planned.Enqueue(fault);
    }

    /// <summary>Removes all planned faults, and resets the counts.</summary>
    public void Clear()
    {
        _planned.Clear();
        _arrivals.Clear();
    }

    /// <summary>The number of complete requests of an operation that arrived.</summary>
    public int Arrivals(string operation) => _arrivals.GetValueOrDefault(operation);

    /// <summary>Refuses connections from now on, and closes those that are open. It keeps the port.</summary>
    public async Task Refuse()
    {
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys) connection.Dispose();
        await Task.WhenAll(_connections.Values);
        // The socket is bound and not listening: it refuses connections, and no other process can take the port.
        _listener = Bind(_address);
    }

    /// <summary>Accepts connections again.</summary>
    public void Listen() => _accepting = Accept();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Refuse();
        _listener.Dispose();
        _pool.Dispose();
        _stopping.Dispose();
    }

    private static Socket Bind(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, optionValue: true);
        socket.Bind(address);
        return socket;
    }

    private async Task Accept()
    {
        var listener = _listener;
        listener.Listen();
        while (true)
        {
            try
            {
                var connection = await listener.AcceptAsync();
                connection.NoDelay = true;
                _connections[connection] = Serve(connection);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket connection)
    {
        await Task.Yield();
        try
        {
            using var stream = new NetworkStream(connection);
            while (await Read(stream) is { } request && await Answer(connection, request)) continue;
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One of the two sides has disconnected, as planned.
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            connection.Dispose();
        }
    }

    /// <returns>Whether the connection can be reused.</returns>
    private async Task<bool> Answer(Socket connection, Request request)
    {
        if (request.Path != "/") Interlocked.Increment(ref _otherRequests);
        _arrivals.AddOrUpdate(request.Operation, 1, (_, count) => count + 1);
        var fault = _planned.TryGetValue(request.Operation, out var planned) && planned.TryDequeue(out var next) ? next : WireFault.None;
        return await fault.Happen(new Exchange(connection, () => Forward(request), _stopping.Token));
    }

    /// <returns>Null at the end of the connection.</returns>
    private static async Task<Request?> Read(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[16 * 1024];
        int head;
        while ((head = HeadLength(received)) < 0)
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0) return null;
            received.AddRange(buffer.AsSpan(0, count));
        }

        var lines = Encoding.ASCII.GetString([.. received[..head]]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture);
        var body = received[head..];
        while (body.Count < length)
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0) return null;
            body.AddRange(buffer.AsSpan(0, count));
        }

        return new Request(lines[0].Split(' ')[1], headers, [.. body]);
    }

    private static int HeadLength(List<byte> received)
    {
        for (var at = 0; at + 3 < received.Count; at++)
        {
            if (received[at] == '\r' && received[at + 1] == '\n' && received[at + 2] == '\r' && received[at + 3] == '\n') return at + 4;
        }

        return -1;
    }

    private async Task<WireReply> Forward(Request request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Path) { Content = new ByteArrayContent(request.Body) };
        foreach (var (name, value) in request.Headers.Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && header.Key is not ("Host" or "Connection")))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.Headers["Content-Type"]);
        using var response = await _pool.SendAsync(message, _stopping.Token);
        return new WireReply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "application/octet-stream",
            await response.Content.ReadAsByteArrayAsync(_stopping.Token),
            [.. response.Headers.Where(header => header.Key.StartsWith("x-amzn-", StringComparison.OrdinalIgnoreCase) || header.Key == "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")]);
    }

    private sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        public string Operation => Headers.GetValueOrDefault("X-Amz-Target", TargetPrefix)[TargetPrefix.Length..];
    }
}
