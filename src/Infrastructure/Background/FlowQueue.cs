using CognitoAuth.Application.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Runs queued flows, each in its own scope.</summary>
internal sealed class FlowQueue(IServiceScopeFactory scopes, ILogger<FlowQueue> logger) : BackgroundQueue(logger)
{
    /// <summary>Queues a flow.</summary>
    /// <param name="flow">The command or query.</param>
    /// <param name="origin">The origin of the call that queued it.</param>
    public void Enqueue<T>(IFlow<T> flow, CallOrigin origin) => Enqueue(flow.GetType().Name, async _ =>
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FlowContext>().ContinueInBackground(origin);
        // The result is ignored: the pipeline logs it, as for any flow.
        await scope.ServiceProvider.GetRequiredService<IFlows>().Send(flow, CancellationToken.None);
    });

    /// <summary>Awaits running work.</summary>
    /// <param name="name">The work's name in the log.</param>
    /// <param name="work">The work.</param>
    public void Track(string name, Task work) => Enqueue(name, _ => work);
}
