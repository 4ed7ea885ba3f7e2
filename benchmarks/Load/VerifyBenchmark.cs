using System.Globalization;
using CognitoAuth.Benchmarks.Load.Servers;

namespace CognitoAuth.Benchmarks.Load;

/// <summary><c>GET /v1/auth/verify</c> against endpoints without authentication and with JwtBearer. The cases take turns, so that whatever else the machine does meets all of them.</summary>
internal static class VerifyBenchmark
{
    private const string Verify = "/v1/auth/verify";
    private const int Connections = 16;
    private const int Requests = 30_000;
    private const int NewTokens = 8_000;
    private const int Sessions = 1_000_000;

    /// <summary>Runs it and prints the table.</summary>
    public static async Task<int> Run(IConfiguration options)
    {
        var rounds = options.GetValue("rounds", 5);
        await using var stub = await CognitoStub.Start();
        await using var bare = await ServerProcess.Start("bare", BareServer.Path, stub.Settings);
        await using var jwtBearer = await ServerProcess.Start("jwt-bearer", JwtBearerServer.Path, stub.Settings);
        await using var api = await ServerProcess.Start("api", "/health/ready", stub.Settings);
        await using var revoked = await ServerProcess.Start("api", "/health/ready", new Dictionary<string, string?>(stub.Settings, StringComparer.Ordinal) { [ApiServer.Revocations] = Sessions.ToString(CultureInfo.InvariantCulture) });

        // When they are needed: to sign so many takes a minute.
        var few = new Lazy<IReadOnlyList<string>>(() => stub.Tokens.Create(stub.Issuer, 1_000));
        var many = new Lazy<IReadOnlyList<string>>(() => stub.Tokens.Create(stub.Issuer, 50_000));
        List<Case> cases =
        [
            new("no authentication, bare", () => Send(bare, [LoadGenerator.Request("GET", BareServer.Path)])),
            new("no authentication, in the API", () => Send(api, [LoadGenerator.Request("GET", ApiServer.Path)])),
            new("verify, 1 token", () => Send(api, Bearing(few.Value.Take(1), Verify))),
            new("verify, 1,000 tokens", () => Send(api, Bearing(few.Value, Verify))),
            new("verify, 50,000 tokens", () => Send(api, Bearing(many.Value, Verify), 50_000)),
            new("verify, 1,000 tokens, 1,000,000 sessions signed out", () => Send(revoked, Bearing(few.Value, Verify))),
            new("verify, every token new", () => Send(api, Bearing(stub.Tokens.Create(stub.Issuer, NewTokens), Verify), NewTokens)),
            new("JwtBearer, 1,000 tokens", () => Send(jwtBearer, Bearing(few.Value, JwtBearerServer.Path))),
        ];

        // One case alone, to look at it with a profiler; the first two are what the others are measured by.
        if (options["case"] is { } only) cases = [.. cases.Take(2), .. cases.Skip(2).Where(one => one.Name.Contains(only, StringComparison.Ordinal))];

        for (var round = 0; round <= rounds; round++)
        {
            foreach (var one in cases)
            {
                var slice = await one.Send();
                // The first round compiles the code, and fills caches.
                if (round > 0) one.Slices.Add(slice);
            }
        }

        Report(cases);
        Console.WriteLine();
        Console.WriteLine($"Resident: API {api.Memory / 1e6:0} MB, with {Sessions:N0} sessions signed out {revoked.Memory / 1e6:0} MB, bare {bare.Memory / 1e6:0} MB");
        return 0;
    }

    private static void Report(IReadOnlyList<Case> cases)
    {
        var (bare, same) = (cases[0].Cpu, cases[1].Cpu);
        Console.WriteLine("| endpoint | CPU per request | of bare | of the same host | requests/s | p50 | p99 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var one in cases)
            Console.WriteLine($"| {one.Name} | {one.Cpu:0.0} µs | {one.Cpu / bare:0.00} | {one.Cpu / same:0.00} | {Median(one.Slices, slice => slice.PerSecond):N0} | {Median(one.Slices, slice => slice.Percentile(0.5)):0.00} ms | {Median(one.Slices, slice => slice.Percentile(0.99)):0.00} ms |");
    }

    private static Task<Slice> Send(ServerProcess server, IReadOnlyList<byte[]> requests, int count = Requests) => LoadGenerator.Run(server, requests, count, Connections);

    private static List<byte[]> Bearing(IEnumerable<string> tokens, string path) => [.. tokens.Select(token => LoadGenerator.Request("GET", path, token))];

    private static double Median(IEnumerable<Slice> slices, Func<Slice, double> value)
    {
        var ordered = slices.Select(value).Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private sealed record Case(string Name, Func<Task<Slice>> Send)
    {
        public List<Slice> Slices { get; } = [];

        public double Cpu => Median(Slices, slice => slice.CpuPerRequest);
    }
}
