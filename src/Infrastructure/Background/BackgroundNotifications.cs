using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Queues notifications with their time and the call that they belong to.</summary>
internal sealed class BackgroundNotifications(NotificationQueue queue, IServiceProviderIsService registered, FlowContext context, TimeProvider time) : INotifications
{
    public void Publish<T>(T notification)
        where T : Notification
    {
        // Most deployments have no subscribers, and each sign-in publishes a notification.
        if (!registered.IsService(typeof(ISubscriber<T>))) return;

        Notification happened = notification;
        var published = (T)(happened with { At = time.GetUtcNow(), IpAddress = context.IpAddress, ClientMetadata = context.ClientMetadata });
        queue.Enqueue(published, context.Origin);
    }
}
