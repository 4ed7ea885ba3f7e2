using System.Diagnostics;
using System.Threading.Channels;
using CognitoAuth.Application.Pipeline.Observability;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Runs work after the response was sent, a few tasks at a time. At shutdown it finishes the accepted tasks, within the host's shutdown timeout.</summary>
internal abstract partial class BackgroundQueue(ILogger logger) : BackgroundService
{
    /// <summary>The most tasks that are queued.</summary>
    public const int Capacity = 1_000;

    // More than one, so that a task that hangs does not block the others.
    private const int Parallelism = 4;

    private readonly Channel<Work> _work = Channel.CreateBounded<Work>(Capacity);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Completed but not cancelled yet: the reader ends when the queue is empty.
        _work.Writer.TryComplete();
        await (ExecuteTask?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_work.Reader.Count > 0) Abandoned(_work.Reader.Count);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>Queues a task, or drops it when the queue is full.</summary>
    /// <param name="name">The task's name in the log.</param>
    /// <param name="run">The task. Its token is cancelled when the shutdown timeout ends.</param>
    protected void Enqueue(string name, Func<CancellationToken, Task> run)
    {
        if (!_work.Writer.TryWrite(new Work(name, run, Activity.Current?.Context))) Dropped(name);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(_work.Reader.ReadAllAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, (work, _) => Run(work, stoppingToken));

    private async ValueTask Run(Work work, CancellationToken stoppingToken)
    {
        // Its log lines belong to the trace of the request that caused it, also when no listener creates spans.
        using var activity = Telemetry.Source.StartActivity(work.Name, ActivityKind.Internal, work.Cause ?? default) ?? StartWithoutListener(work);
        try
        {
            await work.Run(stoppingToken);
        }
        catch (Exception exception)
        {
            Faulted(work.Name, exception);
        }
    }

    private static Activity StartWithoutListener(Work work)
    {
        var activity = new Activity(work.Name);
        if (work.Cause is { } cause) activity.SetParentId(cause.TraceId, cause.SpanId, cause.TraceFlags);
        return activity.Start();
    }

    [LoggerMessage(LogLevel.Warning, "{Work} was dropped: the background queue is full or stopped")]
    private partial void Dropped(string work);

    [LoggerMessage(LogLevel.Warning, "{Count} background tasks were still queued at shutdown and did not run")]
    private partial void Abandoned(int count);

    [LoggerMessage(LogLevel.Error, "{Work} failed in the background")]
    private partial void Faulted(string work, Exception exception);

    private sealed record Work(string Name, Func<CancellationToken, Task> Run, ActivityContext? Cause);
}
