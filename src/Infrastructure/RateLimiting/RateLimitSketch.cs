namespace CognitoAuth.Infrastructure.RateLimiting;

/// <summary>
/// All counters of one limit in a fixed number of cells (a count-min sketch). Each counter has a cell in every row, and shares it with others; what counts is the lowest of its cells.
/// So a counter can seem higher than it is, when others have all its cells, but never lower: no flood of names can make the limit forget one, which a cache that evicts would.
/// A cell holds the time at which all permits taken are back (the theoretical arrival time of the generic cell rate algorithm), so nothing has to be cleaned up: what is past counts for nothing.
/// </summary>
/// <param name="columns">Cells in a row: a power of two.</param>
internal sealed class RateLimitSketch(int columns)
{
    /// <summary>Rows: a counter seems higher only where other counters have all its cells of that many rows.</summary>
    public const int Rows = 4;

    private readonly long[] _cells = new long[Rows * columns];

    // Held for the time of eight reads and writes of memory. The cells of two counters can be the same in any row, so no smaller lock would do.
    private readonly Lock _gate = new();

    /// <summary>Takes a permit, if there is one.</summary>
    /// <param name="counter">Which counter.</param>
    /// <param name="now">The time, in ticks from any start.</param>
    /// <param name="interval">The time in which a permit comes back, in ticks.</param>
    /// <param name="permits">How many there are.</param>
    /// <returns>The time until a permit comes back, in ticks; zero when one was taken.</returns>
    public long Take(UInt128 counter, long now, long interval, int permits)
    {
        Span<int> cells = stackalloc int[Rows];
        for (var row = 0; row < Rows; row++) cells[row] = Cell(counter, row, columns);
        lock (_gate)
        {
            var allBack = long.MaxValue;
            foreach (var cell in cells) allBack = Math.Min(allBack, _cells[cell]);
            allBack = Math.Max(allBack, now) + interval;

            var wait = allBack - now - (interval * permits);
            if (wait > 0) return wait;
            foreach (var cell in cells) _cells[cell] = Math.Max(_cells[cell], allBack);
            return 0;
        }
    }

    /// <summary>A counter's cell in a row: each row reads other bits of the hash.</summary>
    public static int Cell(UInt128 counter, int row, int columns) => (row * columns) + (int)((uint)(counter >> (32 * row)) & (uint)(columns - 1));
}
