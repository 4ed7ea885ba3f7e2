namespace CognitoAuth.Application.Ports;

/// <summary>Runs flows after the response, so that its duration does not reveal what was done.</summary>
public interface IBackgroundFlows
{
    /// <summary>Queues a flow. It runs in this process, in its own scope, with the client's address, fingerprint and metadata of this call. If the queue is full, it is dropped and logged.</summary>
    void Enqueue<T>(IFlow<T> flow);

    /// <summary>Tracks work that outlives the response: a shutdown waits for it, and a failure is logged.</summary>
    /// <param name="name">Its name in the log.</param>
    /// <param name="work">The started work.</param>
    void Track(string name, Task work);
}
