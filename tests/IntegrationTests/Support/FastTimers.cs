namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The system clock, with timers that fire after a quarter of their time. For tests that wait for a timeout.</summary>
public sealed class FastTimers : TimeProvider
{
    /// <summary>The factor by which timers are faster.</summary>
    public const int Speed = 4;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(base.CreateTimer(callback, state, Shorten(dueTime), period));

    private static TimeSpan Shorten(TimeSpan dueTime) => dueTime > TimeSpan.Zero ? dueTime / Speed : dueTime;

    // Cancellation tokens create their timer first and then set its time.
    private sealed class Timer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Shorten(dueTime), period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
