using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CognitoAuth.Benchmarks.Load.Servers;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>A server in its own process, so that its CPU time and memory can be measured apart from those of the load.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task _reading;

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        // In production, a collector reads the log. Here the output is discarded.
        _reading = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null), process.StandardError.BaseStream.CopyToAsync(Console.OpenStandardError()));
    }

    /// <summary>The address of the server.</summary>
    public Uri Address { get; }

    /// <summary>Processor time so far, in user and kernel mode.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Bytes that were allocated so far, including those that are free again.</summary>
    public async Task<long> Allocated()
    {
        using var client = new HttpClient { BaseAddress = Address };
        return long.Parse(await client.GetStringAsync(BareServer.AllocatedPath), CultureInfo.InvariantCulture);
    }

    /// <summary>Threads of the operating system.</summary>
    public int Threads
    {
        get
        {
            _process.Refresh();
            return _process.Threads.Count;
        }
    }

    /// <summary>Open files and sockets.</summary>
    public int Handles => Directory.GetFiles($"/proc/{_process.Id}/fd").Length;

    /// <summary>Starts one of this program's servers and waits until it is ready.</summary>
    /// <param name="server">The name of the server.</param>
    /// <param name="ready">A path that returns 200 when the server is ready.</param>
    /// <param name="settings">The settings of the server.</param>
    public static Task<ServerProcess> Start(string server, string ready, IReadOnlyDictionary<string, string?> settings) =>
        Start(["exec", typeof(ServerProcess).Assembly.Location, "serve", "--server", server], ready, settings);

    /// <summary>Starts a program and waits until it is ready.</summary>
    /// <param name="arguments">The arguments of <c>dotnet</c>.</param>
    /// <param name="ready">A path that returns 200 when the server is ready.</param>
    /// <param name="settings">The settings of the server.</param>
    public static async Task<ServerProcess> Start(IReadOnlyList<string> arguments, string ready, IReadOnlyDictionary<string, string?> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var server = new ServerProcess(Process.Start(start)!, address);
        await server.IsReady(ready);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task IsReady(string path)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Timeout; await Task.Delay(TimeSpan.FromMilliseconds(5)))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The server ended with exit code {_process.ExitCode}.");
            try
            {
                using var response = await client.GetAsync(path);
                if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Unauthorized) return;
            }
            catch (HttpRequestException)
            {
                // The server does not listen yet.
            }
        }

        throw new TimeoutException($"{Address}{path} is not ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
