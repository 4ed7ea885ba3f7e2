namespace CognitoAuth.Application.Notifications;

/// <summary>Receives notifications of one type. Scanning finds it. It runs after the response, in its own scope; a failure is logged and does not affect the caller.</summary>
/// <typeparam name="TNotification">What it subscribes to.</typeparam>
public interface ISubscriber<in TNotification>
    where TNotification : Notification
{
    /// <summary>Handles one notification.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="cancellationToken">Canceled when the subscriber runs too long, and at shutdown.</param>
    Task Handle(TNotification notification, CancellationToken cancellationToken);
}
