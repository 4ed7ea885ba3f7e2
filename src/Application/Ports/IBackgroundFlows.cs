using MediatR;

namespace CognitoAuth.Application.Ports;

/// <summary>Runs flows after the caller has been answered, so that the time of the answer does not tell what there was to do.</summary>
public interface IBackgroundFlows
{
    /// <summary>Queues a flow. It runs in this process, in its own scope; when the queue is full it is dropped and logged.</summary>
    void Enqueue<T>(IRequest<T> flow);
}
