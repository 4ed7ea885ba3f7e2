namespace CognitoAuth.Application.Notifications;

/// <summary>Hears of notifications of one type. Scanning finds it. It runs after the response, in a scope of its own; a failure is logged and changes nothing for the caller.</summary>
/// <typeparam name="TNotification">What it subscribes to.</typeparam>
public interface ISubscriber<in TNotification>
    where TNotification : Notification
{
    /// <summary>Handles one notification.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="cancellationToken">Ends when the time for a subscriber is over, or at shutdown.</param>
    Task Handle(TNotification notification, CancellationToken cancellationToken);
}
