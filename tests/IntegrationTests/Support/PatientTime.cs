namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The system's clock, with timers that take longer where they are timeouts: of a second and more.</summary>
public sealed class PatientTime : TimeProvider
{
    private const int Patience = 5;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime >= ShortestTimeout ? dueTime * Patience : dueTime, period);
}
