using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Records queued and tracked work without running it.</summary>
internal sealed class FakeBackgroundFlows : IBackgroundFlows
{
    public List<object> Queued { get; } = [];

    public List<Task> Unfinished { get; } = [];

    public void Enqueue<T>(IFlow<T> flow) => Queued.Add(flow);

    public void Track(string name, Task work) => Unfinished.Add(work);
}
