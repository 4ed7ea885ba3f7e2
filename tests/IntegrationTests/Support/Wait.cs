using System.Diagnostics;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Waits for the work of another thread, by polling. Use it only when no event or task reports the end of that work.</summary>
public static class Wait
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until a condition is true; fails after <paramref name="timeout"/>, by default 30 seconds.</summary>
    public static Task Until(Func<bool> condition, TimeSpan? timeout = null) => Until(() => Task.FromResult(condition()), timeout);

    /// <summary>Waits until a condition is true; fails after <paramref name="timeout"/>, by default 30 seconds.</summary>
    public static async Task Until(Func<Task<bool>> condition, TimeSpan? timeout = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(timeout ?? Timeout, "The condition did not become true in time.");
            await Task.Delay(Between);
        }
    }
}
