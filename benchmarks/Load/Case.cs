namespace CognitoAuth.Benchmarks.Load;

/// <summary>One of several things to measure side by side.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Send">Sends some requests of it.</param>
internal sealed record Case(string Name, Func<Task<Slice>> Send)
{
    /// <summary>The rounds before those that count: the runtime compiles what is hot twice over, in the background of the first hundred thousand requests.</summary>
    public const int WarmUp = 6;

    private readonly List<Slice> _slices = [];

    /// <summary>Measures the cases in turns, so that whatever else the machine does meets all of them.</summary>
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

    /// <summary>Prints the medians as a table, and those of the ratios in each round.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="baselines">How many of the first ones the others are compared with; one column each.</param>
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

    // Round by round, since what else the machine does changes from one to the next by more than what is measured.
    private double RatioTo(Case baseline) => Median(_slices.Zip(baseline._slices, (slice, other) => slice.CpuPerRequest / other.CpuPerRequest));

    private double Median(Func<Slice, double> value) => Median(_slices.Select(value));

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
