using CognitoAuth.Benchmarks.Load.Servers;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>The memory of the API over time, while it verifies many tokens. For comparison: the memory of a bare ASP.NET Core server after a tenth of the requests.</summary>
internal static class MemoryBenchmark
{
    private const int Connections = 16;
    private const int Slices = 20;

    /// <summary>Runs the benchmark and prints the table.</summary>
    public static async Task<int> Run(IConfiguration options)
    {
        var requests = options.GetValue("requests", 10_000_000);
        await using var stub = await CognitoStub.Start();
        await using var api = await ServerProcess.Start("api", "/health/ready", stub.Settings);
        var idle = api.Memory;
        var tokens = stub.Tokens.Create(stub.Issuer, options.GetValue("tokens", 50_000)).Select(token => LoadGenerator.Request("GET", "/v1/auth/verify", token)).ToList();

        Console.WriteLine("| requests | resident | handles | CPU per request | requests/s |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        Console.WriteLine($"| 0 | {idle / 1e6:0} MB | {api.Handles} | | |");
        for (var sent = 1; sent <= Slices; sent++)
        {
            var slice = await LoadGenerator.Run(api, tokens, requests / Slices, Connections);
            Console.WriteLine($"| {(long)sent * requests / Slices:N0} | {api.Memory / 1e6:0} MB | {api.Handles} | {slice.CpuPerRequest:0.0} µs | {slice.PerSecond:N0} |");
        }

        await using var bare = await ServerProcess.Start("bare", BareServer.Path, stub.Settings);
        idle = bare.Memory;
        await LoadGenerator.Run(bare, [LoadGenerator.Request("GET", BareServer.Path)], requests / 10, Connections);
        Console.WriteLine($"Bare, without authentication: {idle / 1e6:0} MB, after {requests / 10:N0} requests {bare.Memory / 1e6:0} MB");
        return 0;
    }
}
