using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Runs queued flows.</summary>
internal sealed class BackgroundFlows(IServiceScopeFactory scopes, ILogger<BackgroundFlows> logger) : BackgroundQueue(logger), IBackgroundFlows
{
    public void Enqueue<T>(IFlow<T> flow) => Enqueue(flow.GetType().Name, async _ =>
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FlowOrigin>().IsBackground = true;
        // Its outcome is in the log: the pipeline writes a line for it as for any flow.
        await scope.ServiceProvider.GetRequiredService<IFlows>().Send(flow, CancellationToken.None);
    });

    // It is under way: what is queued is the wait for its end.
    public void Finish(string name, Task work) => Enqueue(name, _ => work);
}
