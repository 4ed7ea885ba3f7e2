using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// The one loop that exchanges sign-outs with the log: it sends what waits in the outbox, reads what is new, and applies it in order. It runs when there is something to send, when another instance has
/// appended something, and at each interval. Everything that the log changes in what is known is changed here, one step after the other.
/// </summary>
internal sealed partial class RevocationFeed(
    IRevocationLog log, LogReader reader, RevocationReplica replica, RevocationOutbox outbox, FeedTimes times, TimeProvider time, ILogger<RevocationFeed> logger) : BackgroundService
{
    /// <summary>The largest number of events of one exchange, from the outbox and from a recovery each.</summary>
    private const int BatchSize = 500;

    private readonly FeedState _state = new(times, time);
    private readonly ReadingRequests _requests = new();
    private bool _isListening;
    private long _lastTrimmed = time.GetTimestamp();

    /// <summary>Whether the last exchange with the log worked.</summary>
    public bool IsUp => _state.IsUp;

    /// <summary>Makes the loop run now.</summary>
    public void Wake() => _requests.Wake();

    /// <summary>Reads the log up to now.</summary>
    /// <returns>The position up to which it was read; <see cref="RevocationMark.None"/> when it could not be read.</returns>
    public Task<RevocationMark> ReadUpToNow() => _requests.Request();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (outbox.Count > 0) NotPassedOn(outbox.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // After a failure only at the next interval, however many sign-outs wait.
            var pause = await TryStep() ? _requests.WaitForWake(times.Interval, stoppingToken) : Task.Delay(times.Interval, time, stoppingToken);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _requests.StartRun();
        }

        // What was accepted meanwhile.
        await TryStep();
    }

    private async Task<bool> TryStep()
    {
        try
        {
            while (!await Step()) continue;
            return true;
        }
        catch (Exception exception)
        {
            if (IsUp) Down(times.Staleness, exception);
            _state.Failed(reader.HasPosition);
            _requests.Complete(RevocationMark.None);
            return false;
        }
    }

    /// <summary>One exchange with the log.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    private async Task<bool> Step()
    {
        if (!_isListening)
        {
            await log.Listen(Wake);
            _isListening = true;
        }

        _requests.Begin();
        if (_state.Recovery?.IsGiving is true) await log.ExtendRecovery();
        var asked = replica.Now;
        // After a failure, first see which events arrived.
        IReadOnlyCollection<RevocationEvent> events = _state.IsInDoubt ? [] : [.. outbox.Take(BatchSize), .. _state.Recovery?.Take(BatchSize) ?? []];
        var read = await reader.Exchange(events);
        if (!IsUp) Up();
        _state.Reached();
        if (read is not { } page)
        {
            Lost();
            reader.StartOver();
            _state.Lost(replica.Table);
            return false;
        }

        foreach (var position in reader.Apply(page, _state)) Unreadable(position.Id ?? $"{position.Sequence}");
        return page.IsEnd && await ReadToEnd(page, asked);
    }

    /// <summary>What is to do once the log was read to its end.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    private async Task<bool> ReadToEnd(RevocationLogPage page, ClockReading asked)
    {
        _requests.Complete(new RevocationMark(reader.Position));
        _state.ReadToEnd();
        outbox.SendAgain();
        var isRecovered = await Recover();
        if (_state.Settle(page.IsRecovering)) InSync(replica.Table.Count);
        if (_state.IsInSync) replica.SetCurrentAt(asked);
        await Clean(page.ReadAt);
        return isRecovered && outbox.Count == 0;
    }

    /// <summary>Gives the log back what it lost, when it is this instance's turn.</summary>
    /// <returns>Whether nothing more can be done for it now.</returns>
    private async Task<bool> Recover()
    {
        switch (_state.Recovery)
        {
            case null:
                return true;
            case { IsDone: true } recovery:
                replica.Replace(recovery.Table);
                Recovered(recovery.Given);
                _state.Recovered();
                await log.EndRecovery();
                return true;
            case { IsGiving: false } recovery:
                if (!await log.BeginRecovery()) return true;
                recovery.Begin();
                return false;
            default:
                return false;
        }
    }

    private async Task Clean(DateTimeOffset logTime)
    {
        if (time.GetElapsedTime(_lastTrimmed) < RevocationTable.CleaningInterval) return;
        _lastTrimmed = time.GetTimestamp();
        replica.Table.Clean(time.GetUtcNow().ToUnixTimeSeconds());
        await reader.Trim(logTime);
    }

    [LoggerMessage(LogLevel.Information, "Sign-outs are in sync with the shared log: {Count} are known")]
    private partial void InSync(int count);

    [LoggerMessage(LogLevel.Warning, "Sign-outs cannot be exchanged with the shared log: this instance decides by what it knows for {Staleness}, then it refuses protected calls")]
    private partial void Down(TimeSpan staleness, Exception exception);

    [LoggerMessage(LogLevel.Information, "Sign-outs are exchanged with the shared log again")]
    private partial void Up();

    [LoggerMessage(LogLevel.Warning, "The shared log lost sign-outs that it had: this instance gives back what it knows")]
    private partial void Lost();

    [LoggerMessage(LogLevel.Information, "The shared log has all sign-outs again that this instance knows: it got back {Count}")]
    private partial void Recovered(int count);

    [LoggerMessage(LogLevel.Error, "The sign-out {Position} in the shared log cannot be read and has no effect")]
    private partial void Unreadable(string position);

    [LoggerMessage(LogLevel.Error, "{Count} sign-outs were not passed on to the shared log before the stop: other instances do not know them")]
    private partial void NotPassedOn(int count);
}
