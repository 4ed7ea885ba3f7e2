namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>Wakes the loop that reads the log, and holds the callers that wait until it was read.</summary>
internal sealed class ReadingRequests
{
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<RevocationMark> _next = New();
    private TaskCompletionSource<RevocationMark>? _current;

    /// <summary>Makes the loop run now.</summary>
    public void Wake() => Volatile.Read(ref _wake).TrySetResult();

    /// <summary>Asks for a reading that begins after this call.</summary>
    /// <returns>The position up to which the log was read; <see cref="RevocationMark.None"/> when it could not be read.</returns>
    public Task<RevocationMark> Request()
    {
        // Not the reading that is under way: the log may have sent its entries already.
        var reading = Volatile.Read(ref _next).Task;
        Wake();
        return reading;
    }

    /// <summary>Waits until something wakes the loop.</summary>
    /// <param name="interval">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that fails when nothing woke the loop.</returns>
    public Task WaitForWake(TimeSpan interval, CancellationToken cancellationToken) => _wake.Task.WaitAsync(interval, cancellationToken);

    /// <summary>The loop runs: a call of <see cref="Wake"/> from now on makes it run again.</summary>
    public void StartRun() => Interlocked.Exchange(ref _wake, new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>A reading begins. It is for the callers until now, unless it continues one that has not completed.</summary>
    public void Begin() => _current ??= Interlocked.Exchange(ref _next, New());

    /// <summary>The reading has ended.</summary>
    /// <param name="mark">The position up to which the log was read.</param>
    public void Complete(RevocationMark mark)
    {
        _current?.SetResult(mark);
        _current = null;
    }

    private static TaskCompletionSource<RevocationMark> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
