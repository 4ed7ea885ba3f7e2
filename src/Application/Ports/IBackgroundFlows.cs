namespace CognitoAuth.Application.Ports;

/// <summary>Runs flows after the caller has been answered, so that the time of the answer does not tell what there was to do.</summary>
public interface IBackgroundFlows
{
    /// <summary>Queues a flow. It runs in this process, in its own scope, with the client's address, fingerprint and metadata of this call; when the queue is full it is dropped and logged.</summary>
    void Enqueue<T>(IFlow<T> flow);

    /// <summary>Lets work that a flow began go on after its answer: a shutdown waits for it, and if it fails it is logged.</summary>
    /// <param name="name">Names it in the log.</param>
    /// <param name="work">What is under way.</param>
    void Finish(string name, Task work);
}
