using System.Threading.Channels;
using CognitoAuth.Application.Ports;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Runs queued flows one after another. At shutdown it finishes what was accepted, within the host's shutdown timeout.</summary>
internal sealed partial class BackgroundFlows(IServiceScopeFactory scopes, ILogger<BackgroundFlows> logger) : BackgroundService, IBackgroundFlows
{
    private const int Capacity = 1_000;

    private readonly Channel<QueuedFlow> _flows = Channel.CreateBounded<QueuedFlow>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    public void Enqueue<T>(IRequest<T> flow)
    {
        var name = flow.GetType().Name;
        // Its outcome is in the log: the pipeline writes a line for it as for any flow.
        if (!_flows.Writer.TryWrite(new QueuedFlow(name, mediator => mediator.Send(flow, CancellationToken.None)))) Dropped(name);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // Completed, not cancelled: the reader ends by itself when the queue is empty.
        _flows.Writer.TryComplete();
        return ExecuteTask?.WaitAsync(cancellationToken) ?? Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var flow in _flows.Reader.ReadAllAsync(CancellationToken.None))
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
    }

    [LoggerMessage(LogLevel.Warning, "{Flow} was dropped: too many flows wait in the background")]
    private partial void Dropped(string flow);

    [LoggerMessage(LogLevel.Error, "{Flow} failed in the background")]
    private partial void Faulted(string flow, Exception exception);

    private sealed record QueuedFlow(string Name, Func<IMediator, Task> Send);
}
