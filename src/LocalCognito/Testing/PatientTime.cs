namespace CognitoAuth.LocalCognito.Testing;

/// <summary>
/// The system's clock, with timers that take eight times as long where they are timeouts: of a second and more. On a busy build machine the API's own timeouts would else end calls that only had to
/// wait for their turn. Give it to <see cref="LocalCognitoServer.Start"/>, and <see cref="LocalCognitoServer.Clock"/> to the API.
/// </summary>
public sealed class PatientTime : TimeProvider
{
    private const int Patience = 8;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(base.CreateTimer(callback, state, Stretch(dueTime), period));

    private static TimeSpan Stretch(TimeSpan dueTime) => dueTime >= ShortestTimeout ? dueTime * Patience : dueTime;

    // Cancellation tokens set their timer's time after they made it.
    private sealed class Timer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Stretch(dueTime), period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
