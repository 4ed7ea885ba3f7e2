using CognitoAuth.Application.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>
/// The one loop that talks to the log: sends what waits in the outbox, reads what is new, and applies it in order. It runs when there is something to send, when somebody says that there is something
/// to read, and with every beat. All that changes what is known from the log happens here, one step after the other.
/// </summary>
internal sealed partial class RevocationFeed(RevocationLog log, RevocationReplica replica, RevocationOutbox outbox, FeedTimes times, TimeProvider time, RevocationMetrics metrics, ILogger<RevocationFeed> logger) : BackgroundService
{
    private const int ReadAtOnce = 5_000;
    private const int SentAtOnce = 500;

    private readonly SemaphoreSlim _awake = new(0);
    private TaskCompletionSource<RevocationMark> _nextReading = NewReading();
    private TaskCompletionSource<RevocationMark>? _reading;
    private int _isAwake;

    private LogPosition? _position;
    private LogRecovery? _recovery;
    private long? _settlingSince;
    private bool _isListening;
    private bool _isSettled;
    private bool _isInDoubt;
    private long _lastTrimmed = time.GetTimestamp();

    /// <summary>Whether the last exchange with Redis worked.</summary>
    public bool IsUp { get; private set => Volatile.Write(ref field, value); } = true;

    /// <summary>Makes the loop run now.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isAwake, 1) == 0) _awake.Release();
    }

    /// <summary>Reads the log up to now.</summary>
    /// <returns>The place up to which it was read; <see cref="RevocationMark.None"/> when it could not be.</returns>
    public Task<RevocationMark> ReadUpToNow()
    {
        // Of the next step to begin, and not of the one under way: that one may have asked already.
        var reading = Volatile.Read(ref _nextReading).Task;
        Wake();
        return reading;
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (outbox.Count > 0) NotPassedOn(outbox.Count);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // After a failure at the next beat and not before, however many sign-outs wait.
            Task pause = await TryStep() ? _awake.WaitAsync(times.Beat, stoppingToken) : Task.Delay(times.Beat, time, stoppingToken);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Volatile.Write(ref _isAwake, 0);
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
            Fail();
            return false;
        }
    }

    /// <summary>One exchange with Redis.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    private async Task<bool> Step()
    {
        if (!_isListening)
        {
            await log.Listen(Wake);
            _isListening = true;
        }

        _reading ??= Interlocked.Exchange(ref _nextReading, NewReading());
        if (_recovery?.IsGiving is true) await log.ExtendRecovery();
        var asked = replica.Now;
        // After a failure first see what arrived all the same.
        IReadOnlyCollection<RevocationEvent> events = _isInDoubt ? [] : [.. outbox.Take(SentAtOnce), .. _recovery?.Take(SentAtOnce) ?? []];
        var page = await log.Exchange(_position, events, ReadAtOnce);
        if (!IsUp) Up();
        IsUp = true;
        if (page.IsLost)
        {
            BeginAgain();
            return false;
        }

        foreach (var entry in page.Entries) Apply(entry, page);
        if (!page.IsEnd) return false;

        Answer(new RevocationMark(_position?.Sequence ?? 0));
        _isInDoubt = false;
        outbox.SendAgain();
        var isRecovered = await Recover();
        Settle(page.IsRecovering);
        if (_isSettled) replica.Prove(asked);
        await Clean(page.Now);
        return isRecovered && outbox.Count == 0;
    }

    private void Apply(LogEntry entry, LogPage page)
    {
        _position = entry.Position;
        if (entry.Event is not { } happened)
        {
            Unreadable(entry.Position.Id);
            return;
        }

        var moment = new EventMoment(entry.Position.Sequence, time.GetUtcNow().ToUnixTimeSeconds(), entry.Age(page.Now));
        happened.ApplyTo(replica.Table, moment);
        if (_recovery is not null) happened.ApplyTo(_recovery.Table, moment);
        var isOwn = outbox.Arrived(happened.Id);
        // What an instance reads before it decides anything is history, or given back: nobody waited for it.
        if (_isSettled && !isOwn) metrics.Learned(entry.Position.Until(page.Milliseconds));
    }

    /// <summary>The log is not the one that was read. What is known stays, and is compared with what the new log says.</summary>
    private void BeginAgain()
    {
        Lost();
        (_position, _isInDoubt, _isSettled, _settlingSince) = (null, true, false, null);
        _recovery = new LogRecovery(replica.Table, time);
    }

    /// <summary>Gives the log back what it lost, once it was read to its end and it is this instance's turn.</summary>
    /// <returns>Whether nothing more can be done for it now.</returns>
    private async Task<bool> Recover()
    {
        switch (_recovery)
        {
            case null:
                return true;
            case { IsDone: true }:
                replica.Replace(_recovery.Table);
                Recovered(_recovery.Given);
                _recovery = null;
                await log.EndRecovery();
                return true;
            case { IsGiving: false }:
                if (!await log.BeginRecovery()) return true;
                _recovery.Begin();
                return false;
            default:
                return false;
        }
    }

    private void Settle(bool isRecovering)
    {
        if (_isSettled) return;
        _settlingSince ??= time.GetTimestamp();
        if (_recovery is not null || isRecovering || time.GetElapsedTime(_settlingSince.Value) < times.Settling) return;
        _isSettled = true;
        InSync(replica.Table.Count);
    }

    private void Answer(RevocationMark mark)
    {
        _reading?.SetResult(mark);
        _reading = null;
    }

    private void Fail()
    {
        IsUp = false;
        Answer(RevocationMark.None);
        _isInDoubt = true;
        _recovery?.Interrupt();
        _settlingSince = null;
        // Of an empty log nobody could tell that it was lost.
        if (_position is null) _isSettled = false;
    }

    private async Task Clean(long redisNow)
    {
        if (time.GetElapsedTime(_lastTrimmed) < RevocationTable.CleaningInterval) return;
        _lastTrimmed = time.GetTimestamp();
        replica.Table.Clean(time.GetUtcNow().ToUnixTimeSeconds());
        await log.Trim(redisNow);
    }

    private static TaskCompletionSource<RevocationMark> NewReading() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Information, "Sign-outs are in sync with Redis: {Count} are known")]
    private partial void InSync(int count);

    [LoggerMessage(LogLevel.Warning, "Sign-outs cannot be exchanged with Redis: what is known here decides for {Staleness}, then protected calls are refused")]
    private partial void Down(TimeSpan staleness, Exception exception);

    [LoggerMessage(LogLevel.Information, "Sign-outs are exchanged with Redis again")]
    private partial void Up();

    [LoggerMessage(LogLevel.Warning, "Redis lost sign-outs that it had: this instance gives back what it knows")]
    private partial void Lost();

    [LoggerMessage(LogLevel.Information, "Redis has all sign-outs again that are known here: it got back {Count}")]
    private partial void Recovered(int count);

    [LoggerMessage(LogLevel.Error, "The sign-out {Position} in Redis cannot be read and does not count")]
    private partial void Unreadable(string position);

    [LoggerMessage(LogLevel.Error, "{Count} sign-outs were not passed on to Redis before the end: other instances do not know them")]
    private partial void NotPassedOn(int count);
}
