using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>A real Redis for the tests of a class: the program <c>redis-server</c> on a free port of loopback, without persistence. Tests that use it have <c>[Trait("Needs", "redis")]</c>.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    /// <summary>Another process can take the free port before the start of the server.</summary>
    private const int Attempts = 5;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private Process? _process;

    /// <summary>The port of the server.</summary>
    public int Port { get; private set; }

    /// <summary>The value for <c>ConnectionStrings:Redis</c>.</summary>
    public string ConnectionString => $"127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort();
            if (await Start()) return;
            attempt.ShouldBeLessThan(Attempts, "redis-server did not start.");
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Stop();

    /// <summary>Kills the server. All data is lost.</summary>
    public async Task Stop()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts an empty server on the same port.</summary>
    public async Task StartAgain() => (await Start()).ShouldBeTrue("Another process has taken the port.");

    /// <summary>Freezes the server (SIGSTOP): it accepts connections and does not respond.</summary>
    public Task Pause() => Signals.Stop(_process!.Id);

    /// <summary>Ends a pause.</summary>
    public Task Resume() => Signals.Continue(_process!.Id);

    /// <summary>Connects with an operator's rights.</summary>
    public async Task<ConnectionMultiplexer> Connect() => await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},allowAdmin=true");

    /// <summary>Runs a command.</summary>
    public async Task<RedisResult> Execute(string command, params object[] arguments)
    {
        await using var connection = await Connect();
        return await connection.GetDatabase().ExecuteAsync(command, arguments);
    }

    private async Task<bool> Start()
    {
        string[] arguments = ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()];
        try
        {
            _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("These tests need the program redis-server: apt-get install redis-server.", exception);
        }

        // Continue to read, because the server would block when the pipe is full.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var watch = Stopwatch.StartNew();
        while (!_process.HasExited)
        {
            if (await Listens()) return true;
            watch.Elapsed.ShouldBeLessThan(Timeout, "redis-server does not listen.");
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        return false;
    }

    private async Task<bool> Listens()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
