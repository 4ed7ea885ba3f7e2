namespace CognitoAuth.Benchmarks.Load;

/// <summary>One of several things to measure side by side.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Send">Sends some requests of it.</param>
internal sealed record Case(string Name, Func<Task<Slice>> Send)
{
    private readonly List<Slice> _slices = [];

    /// <summary>Measures the cases in turns, so that whatever else the machine does meets all of them.</summary>
    public static async Task TakeTurns(IReadOnlyList<Case> cases, int rounds)
    {
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var one in cases)
            {
                var slice = await one.Send();
                // The first round compiles the code, and fills caches.
                if (round > 0) one._slices.Add(slice);
            }
        }
    }

    /// <summary>Prints the medians as a table.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="baselines">How many of the first ones the others are compared with; one column each.</param>
    public static void Report(IReadOnlyList<Case> cases, int baselines)
    {
        var against = cases.Take(baselines).ToList();
        Console.WriteLine($"| | CPU per request |{string.Concat(against.Select(baseline => $" of \"{baseline.Name}\" |"))} allocated | requests/s | p50 | p99 |");
        Console.WriteLine($"|---|---:|{string.Concat(Enumerable.Repeat("---:|", baselines))}---:|---:|---:|---:|");
        foreach (var one in cases)
        {
            var cpu = one.Median(slice => slice.CpuPerRequest);
            Console.WriteLine(
                $"| {one.Name} | {cpu:0.0} µs |{string.Concat(against.Select(baseline => $" {cpu / baseline.Median(slice => slice.CpuPerRequest):0.00} |"))} {one.Median(slice => slice.AllocatedPerRequest) / 1e3:0.0} kB "
                + $"| {one.Median(slice => slice.PerSecond):N0} | {one.Median(slice => slice.Percentile(0.5)):0.00} ms | {one.Median(slice => slice.Percentile(0.99)):0.00} ms |");
        }
    }

    private double Median(Func<Slice, double> value)
    {
        var ordered = _slices.Select(value).Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
