using System.Diagnostics;
using System.Globalization;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Testing;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Upstream;

/// <summary>Every fault in every retry class, over HTTP on both sides: the API asks the pool through a proxy that makes the fault.</summary>
/// <param name="prepared">Another API over the same pool and without the proxy, that does what must come before a flow.</param>
/// <param name="output">Prints what was measured.</param>
public sealed class FaultMatrixTests(HiddenApi prepared, ITestOutputHelper output) : IClassFixture<HiddenApi>
{
    private const string Refuses = "refuses connections";
    private const string CallerGoesAway = "is slow, and the caller disconnects";

    // The timeouts of the API are a quarter of this in the tests that wait for them: a call that none of them ends takes longer.
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Faults => [.. FaultMatrix.Faults.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Answers_a_fault_as_the_table_says(string fault)
    {
        var (wire, times) = FaultMatrix.Faults[fault];
        await using var bench = await Bench.Start(prepared.Api, fault is "hangs forever" or "sends one byte every 400 ms" ? new HastyTime() : new PatientTime());
        foreach (var flow in FaultMatrix.FlowsByClass) bench.Proxy.Plan(flow.Operation, wire, times);

        await bench.ShouldAnswer(fault, output);
        bench.Proxy.Elsewhere.ShouldBe(0, "nobody follows redirects");
        bench.Proxy.Clear();
        await bench.ShouldBeHealthy();
    }

    [Fact]
    public async Task Answers_refused_connections_as_the_table_says()
    {
        await using var bench = await Bench.Start(prepared.Api, new PatientTime());
        await bench.Proxy.Refuse();

        await bench.ShouldAnswer(Refuses, output);
        bench.Proxy.Listen();
        await bench.ShouldBeHealthy();
    }

    [Fact]
    public async Task Treats_callers_who_go_away_as_the_table_says()
    {
        await using var bench = await Bench.Start(prepared.Api, new PatientTime());
        var open = new TaskCompletionSource();
        var left = FaultMatrix.FlowsByClass.Select(_ => new TaskCompletionSource()).ToList();
        var callers = FaultMatrix.FlowsByClass.Select(_ => new CancellationTokenSource()).ToList();
        var answers = new List<Task>();
        foreach (var (index, flow) in FaultMatrix.FlowsByClass.Index())
        {
            bench.Proxy.Plan(flow.Operation, WireFault.Until(open.Task, left[index]));
            answers.Add(bench.Call(index, callers[index].Token));
        }

        await Eventually.Holds(() => FaultMatrix.FlowsByClass.All(flow => bench.Proxy.Arrivals(flow.Operation) == 1));
        // The first is the read, whose call ends with its caller's. It goes last: when the API has heard of it, it has heard of the others.
        foreach (var caller in callers.AsEnumerable().Reverse()) await caller.CancelAsync();
        foreach (var answer in answers) await Should.ThrowAsync<OperationCanceledException>(answer);
        await left[0].Task.WaitAsync(TimeSpan.FromSeconds(30));
        open.SetResult();

        FaultMatrix.FlowsByClass.Select((flow, index) => $"{(left[index].Task.IsCompleted ? "given up" : "carried out")} {bench.Proxy.Arrivals(flow.Operation)}")
            .ShouldBe(FaultMatrix.Rows[CallerGoesAway]);
        await bench.ShouldBeHealthy();
    }

    [Fact]
    public void The_guide_shows_these_tables_and_every_row_has_a_test()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

        foreach (var table in new[] { FaultMatrix.Flows, FaultMatrix.Outcomes, FaultMatrix.Cells }) guide.ShouldContain(table);
        FaultMatrix.Rows.Keys.ShouldBe(FaultMatrix.Faults.Keys.Append(Refuses).Append(CallerGoesAway), ignoreOrder: true);
        FaultMatrix.Rows.Values.ShouldAllBe(cells => cells.Length == FaultMatrix.Classes.Count);
    }

    /// <summary>An API behind a proxy, and one prepared call for each class.</summary>
    private sealed class Bench : IAsyncDisposable
    {
        private readonly TestApi _prepared;
        private readonly TestApi _api;
        private IReadOnlyList<Func<TestApi, Task<Answer>>> _calls = [];

        private Bench(TestApi prepared, TestApi api, FaultProxy proxy) => (_prepared, _api, Proxy) = (prepared, api, proxy);

        public FaultProxy Proxy { get; }

        public static async Task<Bench> Start(TestApi prepared, TimeProvider time)
        {
            var proxy = FaultProxy.Start(prepared.Cognito.Endpoint);
            var api = TestApi.Start(settings: new Dictionary<string, string?>(prepared.Cognito.Settings) { ["Cognito:ServiceUrl"] = proxy.Endpoint }, time: time);
            var bench = new Bench(prepared, api, proxy);
            await Eventually.Holds(async () => (await api.Get("/health/ready")).Status == 200);
            // With a connection that is in use already, too: HTTP clients like to repeat what fails on one of those.
            await api.WarmUp();
            proxy.Clear();
            bench._calls = await bench.Prepare();
            return bench;
        }

        /// <summary>Makes the call of a class.</summary>
        public Task<Answer> Call(int index, CancellationToken callerLeaves) => _calls[index](_api.CalledUntil(callerLeaves));

        public async Task ShouldAnswer(string fault, ITestOutputHelper output)
        {
            var cells = FaultMatrix.Rows[fault];
            var observed = await Task.WhenAll(_calls.Select((call, index) => Observe(call, FaultMatrix.FlowsByClass[index], cells[index])));
            output.WriteLine(string.Join('\n', observed.Select((cell, index) => $"{FaultMatrix.Classes[index],-14}{cell.Text,-16}{cell.Took.TotalMilliseconds,8:0} ms")));
            observed.Select(cell => cell.Text).ShouldBe(cells, $"{fault}: {string.Join(", ", FaultMatrix.Classes)}");
            observed.ShouldAllBe(cell => cell.Took < TotalTimeout);
        }

        /// <summary>The next call of each class works, and so does the process.</summary>
        public async Task ShouldBeHealthy()
        {
            var next = await Prepare();
            var answers = await Task.WhenAll(next.Select(call => call(_api)));
            answers.Select(answer => answer.Status).ShouldBe(FaultMatrix.FlowsByClass.Select(flow => flow.Success), string.Join('\n', answers.Select(answer => answer.Text)));
            (await _api.Get("/health/live")).Status.ShouldBe(200);
            (await _api.Get("/health/ready")).Status.ShouldBe(200);
            _api.Log.Lines.ShouldNotContain(line => line.Contains("internal_error", StringComparison.Ordinal) || line.Contains("A request failed", StringComparison.Ordinal));
        }

        public async ValueTask DisposeAsync()
        {
            await _api.DisposeAsync();
            await Proxy.DisposeAsync();
        }

        private async Task<(string Text, TimeSpan Took)> Observe(Func<TestApi, Task<Answer>> call, UpstreamFlow flow, string expected)
        {
            var watch = Stopwatch.StartNew();
            var answer = await call(_api);
            var took = watch.Elapsed;
            var sends = Proxy.Arrivals(flow.Operation);
            var bound = expected.IndexOf('≤', StringComparison.Ordinal);
            var isBounded = bound >= 0 && sends <= int.Parse(expected[(bound + 1)..], CultureInfo.InvariantCulture);
            return ($"{Outcome(answer, flow)} {(isBounded ? expected[bound..] : sends.ToString(CultureInfo.InvariantCulture))}", took);
        }

        private static string Outcome(Answer answer, UpstreamFlow flow)
        {
            if (answer.Status == flow.Success) return "done";
            var code = answer.Code!;
            if (FaultMatrix.Outcomes.Split('\n').FirstOrDefault(line => line.Contains($"| {answer.Status} `{code}` |", StringComparison.Ordinal)) is not { } outcome) return answer.Text;

            answer.ShouldBeProblem(answer.Status, code);
            if (answer.Status is 429 or 503) int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeInRange(1, 60, flow.Operation);
            return outcome.Split('|', StringSplitOptions.TrimEntries)[1];
        }

        private async Task<IReadOnlyList<Func<TestApi, Task<Answer>>>> Prepare() => await Task.WhenAll(FaultMatrix.FlowsByClass.Select(flow => flow.Prepare(_prepared)));
    }
}
