using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Records what was published.</summary>
internal sealed class FakeNotifications
{
    public List<Notification> Published { get; } = [];

    /// <summary>The clients of the calls that published.</summary>
    public List<CallOrigin> Origins { get; } = [];

    /// <summary>The publisher for the flows of one scope.</summary>
    public INotifications Of(FlowContext context) => new Publisher(this, context);

    private sealed class Publisher(FakeNotifications all, FlowContext context) : INotifications
    {
        public void Publish<T>(T notification)
            where T : Notification
        {
            all.Published.Add(notification);
            all.Origins.Add(context.Origin);
        }
    }
}
