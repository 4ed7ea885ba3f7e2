using CognitoAuth.Application.Ports;
using MediatR;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Keeps what was queued, and runs none of it.</summary>
internal sealed class FakeBackgroundFlows : IBackgroundFlows
{
    public List<object> Queued { get; } = [];

    public void Enqueue<T>(IRequest<T> flow) => Queued.Add(flow);
}
