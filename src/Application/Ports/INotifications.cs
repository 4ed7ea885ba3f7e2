using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Ports;

/// <summary>Tells subscribers what happened, after the caller has been answered: neither their time nor their failures are the caller's.</summary>
public interface INotifications
{
    /// <summary>
    /// Queues a notification for its subscribers, in this process. Each runs in a scope of its own; when the queue is full the notification is dropped and logged.
    /// </summary>
    void Publish<T>(T notification)
        where T : Notification;
}
