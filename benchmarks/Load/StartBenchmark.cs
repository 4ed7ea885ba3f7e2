using System.Diagnostics;
using CognitoAuth.Benchmarks.Load.Servers;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>The time from the start of a process until it is ready: for the published API, and for a bare ASP.NET Core server.</summary>
internal static class StartBenchmark
{
    /// <summary>Runs the benchmark and prints the table.</summary>
    public static async Task<int> Run(IConfiguration options)
    {
        if (options["program"] is not { } program)
        {
            await Console.Error.WriteLineAsync("--program must name the CognitoAuth.Api.dll to start, published or built.");
            return 2;
        }

        await using var stub = await CognitoStub.Start();
        var settings = new Dictionary<string, string?>(stub.Settings, StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = options["environment"] ?? "Production" };
        // The embedded pool needs no settings, and refuses those of another pool.
        if (options["environment"] is "Development") settings = new(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

        var (times, bareTimes) = (new List<double>(), new List<double>());
        Console.WriteLine("| run | until ready | processor time | resident | bare: until ready | processor time | resident |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        for (var run = 1; run <= options.GetValue("runs", 10); run++)
        {
            var ours = await Start(() => ServerProcess.Start(["exec", program], "/health/ready", settings), times);
            var least = await Start(() => ServerProcess.Start("bare", BareServer.Path, stub.Settings), bareTimes);
            Console.WriteLine($"| {run} | {ours} | {least} |");
        }

        Console.WriteLine($"Median {Median(times):0} ms, least {times.Min():0} ms; bare {Median(bareTimes):0} and {bareTimes.Min():0} ms");
        return 0;

        static async Task<string> Start(Func<Task<ServerProcess>> start, List<double> times)
        {
            var started = Stopwatch.GetTimestamp();
            await using var server = await start();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return $"{times[^1]:0} ms | {server.Cpu.TotalMilliseconds:0} ms | {server.Memory / 1e6:0} MB";
        }

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }
}
