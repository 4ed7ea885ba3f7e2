namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// Where the feed stands with the log: whether it reaches it, whether it may send, and whether what it has read is complete. The diagram is in <c>docs/architecture.md</c>. Only the feed's loop
/// changes it.
/// </summary>
internal sealed class FeedState(FeedTimes times, TimeProvider time)
{
    private long? _settlingSince;

    /// <summary>Whether the last exchange worked. Read by other threads.</summary>
    public bool IsUp { get; private set => Volatile.Write(ref field, value); } = true;

    /// <summary>Whether it is unknown which events reached the log. Then the log is read to its end before anything more is sent.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Whether the log is known to hold all sign-outs. Only then does a reading to its end confirm what this instance knows.</summary>
    public bool IsInSync { get; private set; }

    /// <summary>What this instance knew when it found that the log had lost entries; <see langword="null"/> when nothing is lost.</summary>
    public LogRecovery? Recovery { get; private set; }

    /// <summary>An exchange worked.</summary>
    public void Reached() => IsUp = true;

    /// <summary>An exchange failed.</summary>
    /// <param name="hasPosition">Whether entries were read before. In an empty log, this instance could not notice that it lost some.</param>
    public void Failed(bool hasPosition)
    {
        (IsUp, IsInDoubt, _settlingSince) = (false, true, null);
        Recovery?.Interrupt();
        if (!hasPosition) IsInSync = false;
    }

    /// <summary>The log is not the one that was read: it is empty, or lacks its latest entries.</summary>
    /// <param name="known">What this instance knows.</param>
    public void Lost(RevocationTable known)
    {
        (IsInDoubt, IsInSync, _settlingSince) = (true, false, null);
        Recovery = new LogRecovery(known, time);
    }

    /// <summary>The log was read to its end.</summary>
    public void ReadToEnd() => IsInDoubt = false;

    /// <summary>The log has again what this instance knew.</summary>
    public void Recovered() => Recovery = null;

    /// <summary>Decides after a reading to the end whether the log holds all sign-outs: once other instances have had time to notice a loss, and none of them is giving anything back.</summary>
    /// <param name="isRecovering">Whether another instance is giving entries back.</param>
    /// <returns>Whether it is in sync from now on, and was not before.</returns>
    public bool Settle(bool isRecovering)
    {
        if (IsInSync) return false;
        _settlingSince ??= time.GetTimestamp();
        if (Recovery is not null || isRecovering || time.GetElapsedTime(_settlingSince.Value) < times.Settling) return false;
        return IsInSync = true;
    }
}
