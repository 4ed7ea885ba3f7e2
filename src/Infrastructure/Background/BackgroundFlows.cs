using CognitoAuth.Application.Pipeline;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Queues flows together with the origin of the call that queued them.</summary>
internal sealed class BackgroundFlows(FlowQueue queue, FlowContext context) : IBackgroundFlows
{
    public void Enqueue<T>(IFlow<T> flow) => queue.Enqueue(flow, context.Origin);

    public void Track(string name, Task work) => queue.Track(name, work);
}
