using CognitoAuth.Application.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Runs queued flows, each in a scope of its own.</summary>
internal sealed class FlowQueue(IServiceScopeFactory scopes, ILogger<FlowQueue> logger) : BackgroundQueue(logger)
{
    /// <summary>Queues a flow.</summary>
    /// <param name="flow">The command or query.</param>
    /// <param name="origin">Where the call came from that it follows.</param>
    public void Enqueue<T>(IFlow<T> flow, CallOrigin origin) => Enqueue(flow.GetType().Name, async _ =>
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FlowContext>().ContinueInBackground(origin);
        // Its outcome is in the log: the pipeline writes a line for it as for any flow.
        await scope.ServiceProvider.GetRequiredService<IFlows>().Send(flow, CancellationToken.None);
    });

    /// <summary>Waits for the end of work that is under way.</summary>
    /// <param name="name">For the log.</param>
    /// <param name="work">The work.</param>
    public void Track(string name, Task work) => Enqueue(name, _ => work);
}
