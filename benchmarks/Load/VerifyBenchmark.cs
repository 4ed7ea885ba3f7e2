using System.Globalization;
using CognitoAuth.Benchmarks.Load.Servers;

namespace CognitoAuth.Benchmarks.Load;

/// <summary><c>GET /v1/auth/verify</c>, compared with endpoints without authentication and with JwtBearer.</summary>
internal static class VerifyBenchmark
{
    private const string Verify = "/v1/auth/verify";
    private const int Requests = 10_000;
    private const int NewTokens = 8_000;
    private const int Sessions = 1_000_000;

    /// <summary>Runs the benchmark and prints the table.</summary>
    public static async Task<int> Run(IConfiguration options)
    {
        var (rounds, connections) = (options.GetValue("rounds", 11), options.GetValue("connections", 64));
        await using var stub = await CognitoStub.Start();
        await using var bare = await ServerProcess.Start("bare", BareServer.Path, stub.Settings);
        await using var jwtBearer = await ServerProcess.Start("jwt-bearer", JwtBearerServer.Path, stub.Settings);
        await using var api = await ServerProcess.Start("api", "/health/ready", stub.Settings);
        // A separate server, because new tokens evict those of the other cases.
        await using var crowded = await ServerProcess.Start("api", "/health/ready", stub.Settings);
        // Two servers with the same load: the earlier load of a process decides how the runtime compiles it.
        await using var unrevoked = await ServerProcess.Start("api", "/health/ready", stub.Settings);
        await using var revoked = await ServerProcess.Start("api", "/health/ready", new Dictionary<string, string?>(stub.Settings, StringComparer.Ordinal) { [ApiServer.Revocations] = Sessions.ToString(CultureInfo.InvariantCulture) });

        // Lazily, because signing that many takes a minute.
        var few = new Lazy<IReadOnlyList<string>>(() => stub.Tokens.Create(stub.Issuer, 1_000));
        var many = new Lazy<List<byte[]>>(() => Bearing(stub.Tokens.Create(stub.Issuer, 50_000), Verify));
        // All are signed before the first is sent. Otherwise the server would be idle while more are signed.
        var unseen = new Lazy<List<byte[]>>(() => Bearing(stub.Tokens.Create(stub.Issuer, NewTokens * (Case.WarmUp + rounds)), Verify));
        var (sentOfMany, sentOfUnseen) = (0, -NewTokens);
        List<Case> cases =
        [
            new("no authentication, bare", () => Send(bare, [LoadGenerator.Request("GET", BareServer.Path)])),
            new("no authentication, in the API", () => Send(api, [LoadGenerator.Request("GET", ApiServer.Path)])),
            new("verify, 1 token", () => Send(api, Bearing(few.Value.Take(1), Verify))),
            new("verify, 1,000 tokens", () => Send(api, Bearing(few.Value, Verify))),
            new("verify, 50,000 tokens", () => Send(api, many.Value, first: sentOfMany += Requests)),
            new("verify, 1,000 tokens, no session signed out", () => Send(unrevoked, Bearing(few.Value, Verify))),
            new("verify, 1,000 tokens, 1,000,000 sessions signed out", () => Send(revoked, Bearing(few.Value, Verify))),
            new("verify, every token new", () => Send(crowded, unseen.Value, NewTokens, first: sentOfUnseen += NewTokens)),
            new("JwtBearer, 1,000 tokens", () => Send(jwtBearer, Bearing(few.Value, JwtBearerServer.Path))),
        ];

        // One case alone, for a profiler. The first two are the baselines of the others.
        if (options["case"] is { } only) cases = [.. cases.Take(2), .. cases.Skip(2).Where(one => one.Name.Contains(only, StringComparison.Ordinal))];

        await Case.TakeTurns(cases, rounds);
        Case.Report(cases, baselines: 2);
        Console.WriteLine();
        Console.WriteLine($"Resident: API {api.Memory / 1e6:0} MB, with no session signed out {unrevoked.Memory / 1e6:0} MB, with {Sessions:N0} {revoked.Memory / 1e6:0} MB, bare {bare.Memory / 1e6:0} MB");
        return 0;

        Task<Slice> Send(ServerProcess server, IReadOnlyList<byte[]> requests, int count = Requests, int first = 0) => LoadGenerator.Run(server, requests, count, connections, first: first);
    }

    private static List<byte[]> Bearing(IEnumerable<string> tokens, string path) => [.. tokens.Select(token => LoadGenerator.Request("GET", path, token))];
}
