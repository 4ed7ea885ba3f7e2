using System.Threading.Channels;
using CognitoAuth.Application.Ports;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Runs queued flows, a few at a time. At shutdown it finishes what was accepted, within the host's shutdown timeout.</summary>
internal sealed partial class BackgroundFlows(IServiceScopeFactory scopes, ILogger<BackgroundFlows> logger) : BackgroundService, IBackgroundFlows
{
    private const int Capacity = 1_000;

    // A few, so that one call that hangs does not hold up the rest.
    private const int AtOnce = 4;

    private readonly Channel<QueuedFlow> _flows = Channel.CreateBounded<QueuedFlow>(Capacity);

    public void Enqueue<T>(IRequest<T> flow)
    {
        var name = flow.GetType().Name;
        // Its outcome is in the log: the pipeline writes a line for it as for any flow.
        if (!_flows.Writer.TryWrite(new QueuedFlow(name, mediator => mediator.Send(flow, CancellationToken.None)))) Dropped(name);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Completed, not cancelled: the reader ends by itself when the queue is empty.
        _flows.Writer.TryComplete();
        await (ExecuteTask?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_flows.Reader.Count > 0) Abandoned(_flows.Reader.Count);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(_flows.Reader.ReadAllAsync(CancellationToken.None), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (flow, _) => Run(flow));

    private async ValueTask Run(QueuedFlow flow)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await flow.Send(scope.ServiceProvider.GetRequiredService<IMediator>());
        }
        catch (Exception exception)
        {
            Faulted(flow.Name, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Flow} was dropped: too many flows wait in the background")]
    private partial void Dropped(string flow);

    [LoggerMessage(LogLevel.Warning, "{Count} flows were still waiting in the background at shutdown and did not run")]
    private partial void Abandoned(int count);

    [LoggerMessage(LogLevel.Error, "{Flow} failed in the background")]
    private partial void Faulted(string flow, Exception exception);

    private sealed record QueuedFlow(string Name, Func<IMediator, Task> Send);
}
