using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>
/// Sends prepared requests over persistent connections, one at a time on each, and parses only the necessary parts of the responses. <see cref="HttpClient"/> would use more processor time than the
/// measured servers on the same machine.
/// </summary>
internal static class LoadGenerator
{
    /// <summary>A request as bytes.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="bearer">The access token.</param>
    /// <param name="json">The body.</param>
    public static byte[] Request(string method, string path, string? bearer = null, string? json = null)
    {
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (bearer is not null) head.Append("Authorization: Bearer ").Append(bearer).Append("\r\n");
        if (json is not null) head.Append("Content-Type: application/json\r\nContent-Length: ").Append(Encoding.UTF8.GetByteCount(json)).Append("\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").Append(json).ToString());
    }

    /// <summary>Sends <paramref name="count"/> requests: repeats the given ones, from the <paramref name="first"/>, as fast as the responses arrive.</summary>
    /// <exception cref="InvalidOperationException">A response has another status.</exception>
    public static async Task<Slice> Run(ServerProcess server, IReadOnlyList<byte[]> requests, int count, int connections, int status = 200, int first = 0)
    {
        var latencies = new long[count];
        var next = -1;
        var (allocated, cpu, started) = (await server.Allocated(), server.Cpu, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(Connection)));
        var slice = new Slice(count, Stopwatch.GetElapsedTime(started), server.Cpu - cpu, await server.Allocated() - allocated, latencies);
        Array.Sort(latencies);
        return slice;

        async Task Connection()
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            var response = new byte[64 * 1024];
            for (var index = Interlocked.Increment(ref next); index < count; index = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                await socket.SendAsync(requests[(first + index) % requests.Count]);
                var length = 0;
                do
                {
                    var read = await socket.ReceiveAsync(response.AsMemory(length));
                    if (read == 0) throw new InvalidOperationException("The server closed the connection.");
                    length += read;
                }
                while (!IsWhole(response.AsSpan(0, length)));
                latencies[index] = Stopwatch.GetTimestamp() - sent;
                var answered = int.Parse(response.AsSpan("HTTP/1.1 ".Length, 3), System.Globalization.CultureInfo.InvariantCulture);
                if (answered != status) throw new InvalidOperationException(Encoding.UTF8.GetString(response, 0, length));
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> response)
    {
        var head = response.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var lengthAt = response[..head].IndexOf("Content-Length: "u8);
        // Without a length, the body has chunks, of which the last is empty.
        if (lengthAt < 0) return response.EndsWith("\r\n0\r\n\r\n"u8);
        var length = response[(lengthAt + "Content-Length: ".Length)..];
        return response.Length >= head + 4 + int.Parse(length[..length.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>The cost of some requests.</summary>
/// <param name="Requests">The number of requests.</param>
/// <param name="Elapsed">The time of all requests.</param>
/// <param name="Cpu">The processor time of the server.</param>
/// <param name="Allocated">The number of bytes that the server allocated.</param>
/// <param name="Latencies">The time of each request, in ticks of <see cref="Stopwatch"/>, in ascending order.</param>
internal sealed record Slice(int Requests, TimeSpan Elapsed, TimeSpan Cpu, long Allocated, long[] Latencies)
{
    /// <summary>Processor time of the server for each request, in microseconds.</summary>
    public double CpuPerRequest => Cpu.TotalMicroseconds / Requests;

    /// <summary>Bytes that the server allocated for each request.</summary>
    public double AllocatedPerRequest => (double)Allocated / Requests;

    /// <summary>Requests per second.</summary>
    public double PerSecond => Requests / Elapsed.TotalSeconds;

    /// <summary>The percentile of the latencies, in milliseconds.</summary>
    public double Percentile(double share) => Latencies[(int)((Latencies.Length - 1) * share)] * 1_000.0 / Stopwatch.Frequency;
}
