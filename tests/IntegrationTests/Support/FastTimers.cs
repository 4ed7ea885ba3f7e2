namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The system's clock, with timers that take a quarter of their time: for tests that wait until a timeout ends something.</summary>
public sealed class FastTimers : TimeProvider
{
    /// <summary>How much faster timers are.</summary>
    public const int Speed = 4;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(base.CreateTimer(callback, state, Shorten(dueTime), period));

    private static TimeSpan Shorten(TimeSpan dueTime) => dueTime > TimeSpan.Zero ? dueTime / Speed : dueTime;

    // Cancellation tokens set their timer's time after they made it.
    private sealed class Timer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Shorten(dueTime), period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
