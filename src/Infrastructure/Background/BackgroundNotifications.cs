using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>
/// Runs the subscribers of notifications, each by itself: one that throws or hangs does not hold up the others.
/// A queue of its own, so that a subscriber that hangs does not hold up the flows that wait in theirs.
/// </summary>
internal sealed partial class BackgroundNotifications(IServiceScopeFactory scopes, IServiceProviderIsService registered, IClientContext client, TimeProvider time, ILogger<BackgroundNotifications> logger) : BackgroundQueue(logger), INotifications
{
    /// <summary>How long a subscriber may take. Its cancellation token ends then; if it goes on all the same, nobody waits for it any more.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public void Publish<T>(T notification)
        where T : Notification
    {
        // As in most deployments; and there is a notification for each sign-in.
        if (!registered.IsService(typeof(ISubscriber<T>))) return;

        // Here and not in the background, where there is no request any more to ask.
        Notification happened = notification;
        var told = (T)(happened with { At = time.GetUtcNow(), IpAddress = client.IpAddress });
        Enqueue(typeof(T).Name, stopping => Notify(told, stopping));
    }

    private async Task Notify<T>(T notification, CancellationToken stopping)
        where T : Notification
    {
        int count;
        await using (var scope = scopes.CreateAsyncScope()) count = Subscribers<T>(scope).Length;

        using var timeLimit = new CancellationTokenSource(TimeLimit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, stopping);
        await Task.WhenAll(Enumerable.Range(0, count).Select(index => Notify(notification, index, ending.Token)));
    }

    private async Task Notify<T>(T notification, int index, CancellationToken ending)
        where T : Notification
    {
        var name = typeof(ISubscriber<T>).Name;
        try
        {
            // On a thread of its own, since it may block one.
            await Task.Run(Run, CancellationToken.None).WaitAsync(ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            TookTooLong(name, typeof(T).Name);
        }
        catch (Exception exception)
        {
            Failed(name, typeof(T).Name, exception);
        }

        async Task Run()
        {
            // In a scope of its own, since services such as a database's are not made for two at once.
            await using var scope = scopes.CreateAsyncScope();
            var subscriber = Subscribers<T>(scope)[index];
            name = subscriber.GetType().Name;
            await subscriber.Handle(notification, ending);
        }
    }

    private static ISubscriber<T>[] Subscribers<T>(AsyncServiceScope scope)
        where T : Notification => [.. scope.ServiceProvider.GetServices<ISubscriber<T>>()];

    [LoggerMessage(LogLevel.Error, "{Subscriber} failed on {Notification}")]
    private partial void Failed(string subscriber, string notification, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Subscriber} took too long over {Notification} and is not waited for")]
    private partial void TookTooLong(string subscriber, string notification);
}
