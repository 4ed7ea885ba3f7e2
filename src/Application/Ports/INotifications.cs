using CognitoAuth.Application.Notifications;

namespace CognitoAuth.Application.Ports;

/// <summary>Publishes notifications to subscribers, which run after the response: the caller neither waits for them nor sees their failures.</summary>
public interface INotifications
{
    /// <summary>Queues a notification for its subscribers in this process. Each runs in its own scope. If the queue is full, the notification is dropped and logged.</summary>
    void Publish<T>(T notification)
        where T : Notification;
}
