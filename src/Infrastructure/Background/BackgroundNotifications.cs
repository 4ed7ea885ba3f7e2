using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>Queues notifications, and says when and in which call they happened.</summary>
internal sealed class BackgroundNotifications(NotificationQueue queue, IServiceProviderIsService registered, FlowContext context, TimeProvider time) : INotifications
{
    public void Publish<T>(T notification)
        where T : Notification
    {
        // As in most deployments; and there is a notification for each sign-in.
        if (!registered.IsService(typeof(ISubscriber<T>))) return;

        Notification happened = notification;
        var published = (T)(happened with { At = time.GetUtcNow(), IpAddress = context.IpAddress, ClientMetadata = context.ClientMetadata });
        queue.Enqueue(published, context.Origin);
    }
}
