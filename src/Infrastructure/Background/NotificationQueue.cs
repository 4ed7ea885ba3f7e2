using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>
/// Runs the subscribers of notifications independently: one that throws or hangs does not affect the others.
/// It is separate from <see cref="FlowQueue"/>, so that a subscriber that hangs does not delay queued flows.
/// </summary>
internal sealed partial class NotificationQueue(IServiceScopeFactory scopes, TimeProvider time, ILogger<NotificationQueue> logger) : BackgroundQueue(logger)
{
    /// <summary>The time limit of a subscriber. Then its token is cancelled, and a subscriber that ignores the token is no longer awaited.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Queues a notification for its subscribers.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="origin">The origin of the call that published it.</param>
    public void Enqueue<T>(T notification, CallOrigin origin)
        where T : Notification => Enqueue(typeof(T).Name, stopping => Notify(notification, origin, stopping));

    private async Task Notify<T>(T notification, CallOrigin origin, CancellationToken stopping)
        where T : Notification
    {
        int count;
        await using (var scope = scopes.CreateAsyncScope()) count = Subscribers<T>(scope).Length;

        using var timeLimit = new CancellationTokenSource(TimeLimit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, stopping);
        await Task.WhenAll(Enumerable.Range(0, count).Select(index => Notify(notification, origin, index, ending.Token)));
    }

    private async Task Notify<T>(T notification, CallOrigin origin, int index, CancellationToken ending)
        where T : Notification
    {
        var name = typeof(ISubscriber<T>).Name;
        try
        {
            // On another thread, since the subscriber may block it.
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
            // In its own scope, since scoped services such as a database context do not support concurrent use.
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<FlowContext>().ContinueFrom(origin);
            var subscriber = Subscribers<T>(scope)[index];
            name = subscriber.GetType().Name;
            await subscriber.Handle(notification, ending);
        }
    }

    private static ISubscriber<T>[] Subscribers<T>(AsyncServiceScope scope)
        where T : Notification => [.. scope.ServiceProvider.GetServices<ISubscriber<T>>()];

    [LoggerMessage(LogLevel.Error, "{Subscriber} failed on {Notification}")]
    private partial void Failed(string subscriber, string notification, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Subscriber} took too long to handle {Notification} and is no longer awaited")]
    private partial void TookTooLong(string subscriber, string notification);
}
