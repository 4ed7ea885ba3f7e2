using System.Diagnostics;
using System.Threading.Channels;
using CognitoAuth.Application.Pipeline.Observability;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Work that is done after the caller was answered, a few pieces at a time. At shutdown it finishes what was accepted, within the host's shutdown timeout.</summary>
internal abstract partial class BackgroundQueue(ILogger logger) : BackgroundService
{
    /// <summary>How many pieces may wait.</summary>
    public const int Capacity = 1_000;

    // A few, so that one that hangs does not hold up the rest.
    private const int AtOnce = 4;

    private readonly Channel<Work> _work = Channel.CreateBounded<Work>(Capacity);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Completed, not yet cancelled: the reader ends by itself when the queue is empty.
        _work.Writer.TryComplete();
        await (ExecuteTask?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_work.Reader.Count > 0) Abandoned(_work.Reader.Count);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>Accepts a piece of work, or drops it.</summary>
    /// <param name="name">For the log.</param>
    /// <param name="run">Does it. The token ends when the host has no more time.</param>
    protected void Enqueue(string name, Func<CancellationToken, Task> run)
    {
        if (!_work.Writer.TryWrite(new Work(name, run, Activity.Current?.Context))) Dropped(name);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(_work.Reader.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (work, _) => Run(work, stoppingToken));

    private async ValueTask Run(Work work, CancellationToken stoppingToken)
    {
        // Its log lines belong to the request that caused it, also when nobody listens to spans.
        using var activity = Telemetry.Source.StartActivity(work.Name, ActivityKind.Internal, work.Cause ?? default) ?? Unheard(work);
        try
        {
            await work.Run(stoppingToken);
        }
        catch (Exception exception)
        {
            Faulted(work.Name, exception);
        }
    }

    private static Activity Unheard(Work work)
    {
        var activity = new Activity(work.Name);
        if (work.Cause is { } cause) activity.SetParentId(cause.TraceId, cause.SpanId, cause.TraceFlags);
        return activity.Start();
    }

    [LoggerMessage(LogLevel.Warning, "{Work} was dropped: too much waits in the background")]
    private partial void Dropped(string work);

    [LoggerMessage(LogLevel.Warning, "{Count} were still waiting in the background at shutdown and did not run")]
    private partial void Abandoned(int count);

    [LoggerMessage(LogLevel.Error, "{Work} failed in the background")]
    private partial void Faulted(string work, Exception exception);

    private sealed record Work(string Name, Func<CancellationToken, Task> Run, ActivityContext? Cause);
}
