namespace CognitoAuth.LocalCognito.Testing;

/// <summary>
/// The system's clock, with timeouts that are eight times as long. Every timer of a second or more counts as a timeout. On a busy build machine the API's own timeouts would otherwise end calls that
/// only wait for the processor. Pass it to <see cref="LocalCognitoServer.Start"/>, and register <see cref="LocalCognitoServer.Clock"/> as the API's clock.
/// </summary>
public sealed class LongTimeoutTimeProvider : TimeProvider
{
    private const int Factor = 8;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(base.CreateTimer(callback, state, Stretch(dueTime), period));

    private static TimeSpan Stretch(TimeSpan dueTime) => dueTime >= ShortestTimeout ? dueTime * Factor : dueTime;

    // Cancellation tokens create their timer first and set its time later.
    private sealed class Timer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Stretch(dueTime), period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
