using CognitoAuth.Benchmarks.Load.Servers;

namespace CognitoAuth.Benchmarks.Load;

/// <summary><c>POST /v1/auth/sign-in</c> with a password, compared with endpoints that only make the same call to Cognito: a bare one, and one in the API.</summary>
internal static class SignInBenchmark
{
    private const int Requests = 5_000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs the benchmark and prints the tables.</summary>
    public static async Task<int> Run(IConfiguration options)
    {
        var (rounds, connections) = (options.GetValue("rounds", 11), options.GetValue("connections", 256));
        await using var stub = await CognitoStub.Start();
        await using var bare = await ServerProcess.Start("bare", BareServer.Path, stub.Settings);
        await using var api = await ServerProcess.Start("api", "/health/ready", stub.Settings);

        Console.WriteLine("Cognito responds at once, 16 connections:");
        await Compare(connections: 16);
        stub.Latency = Latency;
        Console.WriteLine();
        Console.WriteLine($"Cognito responds after {Latency.TotalMilliseconds} ms, {connections} connections:");
        await Compare(connections);
        return 0;

        async Task Compare(int connections)
        {
            List<Case> cases =
            [
                new("bare endpoint, HttpClient", () => LoadGenerator.Run(bare, SignIns(BareServer.SignInPath), Requests, connections)),
                new("the same in the API, HttpClient", () => LoadGenerator.Run(api, SignIns(ApiServer.SignInPath), Requests, connections)),
                new("sign-in", () => LoadGenerator.Run(api, SignIns("/v1/auth/sign-in"), Requests, connections)),
            ];
            await Case.TakeTurns(cases, rounds);
            Case.Report(cases, baselines: 2);
        }
    }

    // Many users, because otherwise the requests would reach the limit of a user.
    private static List<byte[]> SignIns(string path) =>
        [.. Enumerable.Range(0, 1_000).Select(user => LoadGenerator.Request("POST", path, json: $$"""{"username":"user-{{user}}@example.com","password":"Correct-Horse-7-Battery"}"""))];
}
