namespace CognitoAuth.Benchmarks.Load;

/// <summary>One of several things to measure side by side.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Send">Sends some requests of the case.</param>
internal sealed record Case(string Name, Func<Task<Slice>> Send)
{
    /// <summary>The warm-up rounds: the runtime compiles hot code twice, in the background of the first hundred thousand requests.</summary>
    public const int WarmUp = 6;

    private readonly List<Slice> _slices = [];

    /// <summary>Measures the cases in turns, so that other load on the machine affects all of them.</summary>
    public static async Task TakeTurns(IReadOnlyList<Case> cases, int rounds)
    {
        for (var round = -WarmUp; round < rounds; round++)
        {
            foreach (var one in cases)
            {
                var slice = await one.Send();
                if (round >= 0) one._slices.Add(slice);
            }
        }
    }

    /// <summary>Prints the medians of the cases, and the medians of the ratios of each round, as a table.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="baselines">The number of cases, from the first, that the others are compared with. Each has a column.</param>
    public static void Report(IReadOnlyList<Case> cases, int baselines)
    {
        var against = cases.Take(baselines).ToList();
        Console.WriteLine($"| | CPU per request |{string.Concat(against.Select(baseline => $" of \"{baseline.Name}\" |"))} allocated | requests/s | p50 | p99 |");
        Console.WriteLine($"|---|---:|{string.Concat(Enumerable.Repeat("---:|", baselines))}---:|---:|---:|---:|");
        foreach (var one in cases)
        {
            Console.WriteLine(
                $"| {one.Name} | {one.Median(slice => slice.CpuPerRequest):0.0} µs |{string.Concat(against.Select(baseline => $" {one.RatioTo(baseline):0.00} |"))} {one.Median(slice => slice.AllocatedPerRequest) / 1e3:0.0} kB "
                + $"| {one.Median(slice => slice.PerSecond):N0} | {one.Median(slice => slice.Percentile(0.5)):0.00} ms | {one.Median(slice => slice.Percentile(0.99)):0.00} ms |");
        }
    }

    // Round by round: other load on the machine differs between rounds by more than the measured difference.
    private double RatioTo(Case baseline) => Median(_slices.Zip(baseline._slices, (slice, other) => slice.CpuPerRequest / other.CpuPerRequest));

    private double Median(Func<Slice, double> value) => Median(_slices.Select(value));

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
