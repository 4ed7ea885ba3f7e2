using System.Diagnostics;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>The time from the start of a process until it is ready, of the API as it is published.</summary>
internal static class StartBenchmark
{
    /// <summary>Runs it and prints the table.</summary>
    public static async Task<int> Run(IConfiguration options)
    {
        if (options["program"] is not { } program)
        {
            await Console.Error.WriteLineAsync("--program must name the CognitoAuth.Api.dll to start, published or built.");
            return 2;
        }

        await using var stub = await CognitoStub.Start();
        var settings = new Dictionary<string, string?>(stub.Settings, StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = options["environment"] ?? "Production" };
        // The embedded pool needs no settings, and takes none of another.
        if (options["environment"] is "Development") settings = new(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

        var times = new List<double>();
        for (var run = 0; run < options.GetValue("runs", 10); run++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var api = await ServerProcess.Start(["exec", program], "/health/ready", settings);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Console.WriteLine($"| {run + 1} | {times[^1]:0} ms | {api.Cpu.TotalMilliseconds:0} ms | {api.Memory / 1e6:0} MB |");
        }

        times.Sort();
        Console.WriteLine($"Median {times[times.Count / 2]:0} ms, least {times[0]:0} ms");
        return 0;
    }
}
