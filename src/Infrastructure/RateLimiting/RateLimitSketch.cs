namespace CognitoAuth.Infrastructure.RateLimiting;

/// <summary>
/// All counters of one limit in a fixed number of cells (a count-min sketch). Each counter has a cell in every row, which it shares with other counters; its value is the lowest of its cells.
/// So a counter can be overestimated, when other counters use all its cells, but never underestimated. A cache that evicts could be made to forget a counter by a flood of names.
/// A cell holds the time at which all taken permits are back (the theoretical arrival time of the generic cell rate algorithm). Nothing has to be cleaned up, since times in the past have no effect.
/// </summary>
/// <param name="columns">Cells in a row: a power of two.</param>
internal sealed class RateLimitSketch(int columns)
{
    /// <summary>The number of rows: a counter is overestimated only when other counters use its cells of all rows.</summary>
    public const int Rows = 4;

    private readonly long[] _cells = new long[Rows * columns];

    // One lock, since two counters can share a cell in any row. It is held for eight memory accesses.
    private readonly Lock _gate = new();

    /// <summary>Takes a permit, if one is left.</summary>
    /// <param name="counter">The counter's hash.</param>
    /// <param name="now">The time, in ticks from any start.</param>
    /// <param name="interval">The time after which a permit is back, in ticks.</param>
    /// <param name="permits">The limit's number of permits.</param>
    /// <returns>The time until a permit is back, in ticks; 0 when one was taken.</returns>
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

    /// <summary>A counter's cell in a row: each row uses other bits of the hash.</summary>
    public static int Cell(UInt128 counter, int row, int columns) => (row * columns) + (int)((uint)(counter >> (32 * row)) & (uint)(columns - 1));
}
