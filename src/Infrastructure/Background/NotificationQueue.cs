using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Background;

/// <summary>
/// Runs the subscribers of notifications, each by itself: one that throws or hangs does not hold up the others.
/// A queue of its own, so that a subscriber that hangs does not hold up the flows that wait in theirs.
/// </summary>
internal sealed partial class NotificationQueue(IServiceScopeFactory scopes, TimeProvider time, ILogger<NotificationQueue> logger) : BackgroundQueue(logger)
{
    /// <summary>How long a subscriber may take. Its cancellation token ends then; if it goes on all the same, nobody waits for it any more.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Queues a notification for its subscribers.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="origin">Where the call came from that caused it.</param>
    public void Enqueue<T>(T notification, CallOrigin origin)
        where T : Notification => Enqueue(typeof(T).Name, stopping => Tell(notification, origin, stopping));

    private async Task Tell<T>(T notification, CallOrigin origin, CancellationToken stopping)
        where T : Notification
    {
        int count;
        await using (var scope = scopes.CreateAsyncScope()) count = Subscribers<T>(scope).Length;

        using var timeLimit = new CancellationTokenSource(TimeLimit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, stopping);
        await Task.WhenAll(Enumerable.Range(0, count).Select(index => Tell(notification, origin, index, ending.Token)));
    }

    private async Task Tell<T>(T notification, CallOrigin origin, int index, CancellationToken ending)
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

    [LoggerMessage(LogLevel.Warning, "{Subscriber} took too long over {Notification} and is not waited for")]
    private partial void TookTooLong(string subscriber, string notification);
}
