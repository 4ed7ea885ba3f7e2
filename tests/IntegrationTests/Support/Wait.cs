using System.Diagnostics;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Waits for what another thread does: only for effects that nothing announces.</summary>
public static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until a condition holds.</summary>
    public static Task Until(Func<bool> condition, TimeSpan? patience = null) => Until(() => Task.FromResult(condition()), patience);

    /// <summary>Waits until a condition holds.</summary>
    public static async Task Until(Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(patience ?? Patience, "The condition did not come to hold.");
            await Task.Delay(Between);
        }
    }
}
