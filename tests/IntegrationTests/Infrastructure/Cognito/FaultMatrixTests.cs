using System.Diagnostics;
using System.Globalization;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Testing;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

/// <summary>Every fault in every retry class, over HTTP on both sides. The API calls the pool through a proxy that makes the fault.</summary>
/// <param name="prepared">Another API over the same pool, without the proxy. It prepares the flows.</param>
/// <param name="output">Gets the measured times.</param>
public sealed class FaultMatrixTests(HiddenApi prepared, ITestOutputHelper output) : IClassFixture<HiddenApi>
{
    private const string Refuses = "refuses connections";
    private const string CallerGoesAway = "is slow, and the caller disconnects";

    // In tests that wait for timeouts, those of the API are a quarter of this. A call that no timeout ends takes longer.
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Faults => [.. FaultMatrix.Faults.Keys];

    [Theory]
    [Trait("Clock", "Real")]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_gets_the_responses_of_the_table(string fault)
    {
        var (wire, times) = FaultMatrix.Faults[fault];
        await using var bench = await Bench.Start(prepared.Api, fault is "hangs forever" or "sends one byte every 400 ms" ? new FastTimers() : new LongTimeoutTimeProvider());
        foreach (var flow in FaultMatrix.FlowsByClass) bench.Proxy.Plan(flow.Operation, wire, times);

        await bench.ShouldRespond(fault, output);
        bench.Proxy.OtherRequests.ShouldBe(0, "no client follows redirects");
        bench.Proxy.Clear();
        await bench.ShouldBeHealthy();
    }

    [Fact]
    [Trait("Clock", "Real")]
    public async Task Refused_connections_get_the_responses_of_the_table()
    {
        await using var bench = await Bench.Start(prepared.Api, new LongTimeoutTimeProvider());
        await bench.Proxy.Refuse();

        await bench.ShouldRespond(Refuses, output);
        bench.Proxy.Listen();
        await bench.ShouldBeHealthy();
    }

    [Fact]
    public async Task Calls_whose_caller_disconnects_end_as_in_the_table()
    {
        await using var bench = await Bench.Start(prepared.Api, new LongTimeoutTimeProvider());
        var open = new TaskCompletionSource();
        var left = FaultMatrix.FlowsByClass.Select(_ => new TaskCompletionSource()).ToList();
        var callers = FaultMatrix.FlowsByClass.Select(_ => new CancellationTokenSource()).ToList();
        var responses = new List<Task>();
        foreach (var (index, flow) in FaultMatrix.FlowsByClass.Index())
        {
            bench.Proxy.Plan(flow.Operation, WireFault.Until(open.Task, left[index]));
            responses.Add(bench.Call(index, callers[index].Token));
        }

        await Wait.Until(() => FaultMatrix.FlowsByClass.All(flow => bench.Proxy.Arrivals(flow.Operation) == 1));
        // The first call is the read, which is cancelled with its caller. Its caller disconnects last: when the API has noticed that, it has noticed the others.
        foreach (var caller in callers.AsEnumerable().Reverse()) await caller.CancelAsync();
        foreach (var response in responses) await Should.ThrowAsync<OperationCanceledException>(response);
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
        private IReadOnlyList<Func<TestApi, Task<ApiResponse>>> _calls = [];

        private Bench(TestApi prepared, TestApi api, FaultProxy proxy) => (_prepared, _api, Proxy) = (prepared, api, proxy);

        public FaultProxy Proxy { get; }

        public static async Task<Bench> Start(TestApi prepared, TimeProvider time)
        {
            var proxy = FaultProxy.Start(prepared.Cognito.Endpoint);
            var api = TestApi.Start(settings: new Dictionary<string, string?>(prepared.Cognito.Settings) { ["Cognito:ServiceUrl"] = proxy.Endpoint }, time: time);
            var bench = new Bench(prepared, api, proxy);
            await Wait.Until(async () => (await api.Get("/health/ready")).Status == 200);
            // The connection is already in use: HTTP clients may repeat a call that fails on such a connection.
            await api.WarmUp();
            proxy.Clear();
            bench._calls = await bench.Prepare();
            return bench;
        }

        /// <summary>Makes the call of a class.</summary>
        public Task<ApiResponse> Call(int index, CancellationToken callerLeaves) => _calls[index](_api.CalledUntil(callerLeaves));

        public async Task ShouldRespond(string fault, ITestOutputHelper output)
        {
            var cells = FaultMatrix.Rows[fault];
            var observed = await Task.WhenAll(_calls.Select((call, index) => Observe(call, FaultMatrix.FlowsByClass[index], cells[index])));
            output.WriteLine(string.Join('\n', observed.Select((cell, index) => $"{FaultMatrix.Classes[index],-14}{cell.Text,-16}{cell.Took.TotalMilliseconds,8:0} ms")));
            observed.Select(cell => cell.Text).ShouldBe(cells, $"{fault}: {string.Join(", ", FaultMatrix.Classes)}");
            observed.ShouldAllBe(cell => cell.Took < TotalTimeout);
        }

        /// <summary>Asserts that the next call of each class succeeds, and that the process works.</summary>
        public async Task ShouldBeHealthy()
        {
            var next = await Prepare();
            var responses = await Task.WhenAll(next.Select(call => call(_api)));
            responses.Select(response => response.Status).ShouldBe(FaultMatrix.FlowsByClass.Select(flow => flow.Success), string.Join('\n', responses.Select(response => response.Text)));
            (await _api.Get("/health/live")).Status.ShouldBe(200);
            (await _api.Get("/health/ready")).Status.ShouldBe(200);
            _api.Log.Lines.ShouldNotContain(line => line.Contains("internal_error", StringComparison.Ordinal) || line.Contains("A request failed", StringComparison.Ordinal));
        }

        public async ValueTask DisposeAsync()
        {
            await _api.DisposeAsync();
            await Proxy.DisposeAsync();
        }

        private async Task<(string Text, TimeSpan Took)> Observe(Func<TestApi, Task<ApiResponse>> call, UpstreamFlow flow, string expected)
        {
            var watch = Stopwatch.StartNew();
            var response = await call(_api);
            var took = watch.Elapsed;
            var sends = Proxy.Arrivals(flow.Operation);
            var bound = expected.IndexOf('≤', StringComparison.Ordinal);
            var isBounded = bound >= 0 && sends <= int.Parse(expected[(bound + 1)..], CultureInfo.InvariantCulture);
            return ($"{Outcome(response, flow)} {(isBounded ? expected[bound..] : sends.ToString(CultureInfo.InvariantCulture))}", took);
        }

        private static string Outcome(ApiResponse response, UpstreamFlow flow)
        {
            if (response.Status == flow.Success) return "done";
            var code = response.Code!;
            if (FaultMatrix.Outcomes.Split('\n').FirstOrDefault(line => line.Contains($"| {response.Status} `{code}` |", StringComparison.Ordinal)) is not { } outcome) return response.Text;

            response.ShouldBeProblem(response.Status, code);
            if (response.Status is 429 or 503) int.Parse(response.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeInRange(1, 60, flow.Operation);
            return outcome.Split('|', StringSplitOptions.TrimEntries)[1];
        }

        private async Task<IReadOnlyList<Func<TestApi, Task<ApiResponse>>>> Prepare() => await Task.WhenAll(FaultMatrix.FlowsByClass.Select(flow => flow.Prepare(_prepared)));
    }
}
