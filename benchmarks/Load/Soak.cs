using System.Diagnostics;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>
/// Mixed load for minutes against the embedded user pool, which sometimes fails as Cognito does. It finds growth of memory or handles, hanging calls, and responses that must not occur.
/// </summary>
internal static class Soak
{
    private const int Users = 8;
    private const int Rows = 20;

    /// <summary>The permitted growth of memory and handles after the first quarter.</summary>
    private const double Tolerance = 1.2;

    private static readonly TimeSpan FaultInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan OutageInterval = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);

    /// <summary>Runs the load and prints the tables.</summary>
    /// <returns>0 when nothing grew and no response occurred that must not occur.</returns>
    public static async Task<int> Run(IConfiguration options)
    {
        var duration = TimeSpan.FromMinutes(options.GetValue("minutes", 20.0));
        await using var cognito = LocalCognitoServer.Start();
        await using var api = await ServerProcess.Start("api", "/health/ready", new Dictionary<string, string?>(cognito.Settings.Concat(CognitoStub.Unlimited), StringComparer.Ordinal));
        var responses = new ResponseCounts();
        using var client = new HttpClient { BaseAddress = api.Address };
        using var end = new CancellationTokenSource(duration);
        var running = Task.WhenAll(
            [.. Enumerable.Range(0, Users).Select(user => new SoakUser(user, client, cognito, responses).Run(end.Token)), Fail(cognito, end.Token), RotateKeys(cognito, duration / Rows, end.Token)]);

        List<(long Memory, int Handles)> samples = [];
        Console.WriteLine("| minute | requests | 5xx | resident | handles | threads | CPU per request |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        var (sent, cpu) = (0L, api.Cpu);
        for (var row = 1; row <= Rows; row++)
        {
            await Task.WhenAny(Task.Delay(duration / Rows), running);
            if (running.IsFaulted) await running;
            samples.Add((api.Memory, api.Handles));
            var (total, now) = (responses.Total, api.Cpu);
            Console.WriteLine(
                $"| {(duration / Rows * row).TotalMinutes:0.0} | {total:N0} | {responses.Failures:N0} | {samples[^1].Memory / 1e6:0} MB | {samples[^1].Handles} | {api.Threads} | {(now - cpu).TotalMicroseconds / Math.Max(1, total - sent):0} µs |");
            (sent, cpu) = (total, now);
        }

        await running;
        responses.Report();
        // The first quarter is warm-up.
        var warm = samples[Rows / 4];
        var last = samples[^1];
        var isFlat = last.Memory <= warm.Memory * Tolerance && last.Handles <= warm.Handles * Tolerance;
        Console.WriteLine();
        Console.WriteLine(isFlat ? "Memory and handles are flat." : "Memory or handles have grown.");
        foreach (var wrong in responses.Wrong) Console.WriteLine($"Wrong: {wrong}");
        return isFlat && responses.Wrong.IsEmpty ? 0 : 1;
    }

    /// <summary>Makes single faults all the time, and sometimes an outage of some seconds.</summary>
    private static async Task Fail(LocalCognitoServer cognito, CancellationToken end)
    {
        string[] operations = ["SignUp", "ConfirmSignUp", "InitiateAuth", "GetTokensFromRefreshToken", "RevokeToken", "GlobalSignOut", "GetUser", "ForgotPassword", "ConfirmForgotPassword", "UpdateUserAttributes"];
        var random = new Random(1);
        var nextOutage = Stopwatch.GetTimestamp() + (OutageInterval.Ticks * Stopwatch.Frequency / TimeSpan.TicksPerSecond);
        while (await Wait(FaultInterval, end))
        {
            var operation = operations[random.Next(operations.Length)];
            _ = random.Next(7) switch
            {
                0 => cognito.Faults.Fail(operation, new CognitoException("TooManyRequestsException", "Rate exceeded")),
                1 => cognito.Faults.Respond(operation, 500, """{"__type":"InternalErrorException","message":"Internal error"}"""),
                2 => cognito.Faults.Respond(operation, 503, "<html>Service Unavailable</html>", "text/html"),
                3 => cognito.Faults.Respond(operation, 200, "{"),
                4 => cognito.Faults.DropRequest(operation),
                5 => cognito.Faults.DropResponse(operation),
                _ => cognito.Faults.Delay(operation, TimeSpan.FromSeconds(3)),
            };
            if (Stopwatch.GetTimestamp() < nextOutage) continue;

            nextOutage = Stopwatch.GetTimestamp() + (OutageInterval.Ticks * Stopwatch.Frequency / TimeSpan.TicksPerSecond);
            foreach (var each in operations) cognito.Faults.DropRequest(each, times: 10_000);
            await Wait(Outage, end);
            cognito.Faults.Clear();
        }
    }

    private static async Task RotateKeys(LocalCognitoServer cognito, TimeSpan interval, CancellationToken end)
    {
        while (await Wait(interval, end)) cognito.Jwks.Rotate();
    }

    private static async Task<bool> Wait(TimeSpan time, CancellationToken end)
    {
        await Task.Delay(time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !end.IsCancellationRequested;
    }
}
