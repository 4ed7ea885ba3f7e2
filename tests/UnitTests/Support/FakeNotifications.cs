using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Ports;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Keeps what was published.</summary>
internal sealed class FakeNotifications : INotifications
{
    public List<Notification> Published { get; } = [];

    public void Publish<T>(T notification)
        where T : Notification => Published.Add(notification);
}
