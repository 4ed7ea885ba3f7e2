using Microsoft.Extensions.Hosting;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Loads the signing keys when the process starts, and again at an interval, to notice when a key is withdrawn.</summary>
internal sealed class SigningKeysRefresh(SigningKeys keys, TimeProvider time) : BackgroundService
{
    /// <summary>The time between two fetches that succeed. After a failure, it is the time for which <see cref="SigningKeys"/> bars the next one.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var succeeded = await keys.Refresh(stoppingToken);
            await Task.Delay(succeeded ? Interval : keys.Barred, time, stoppingToken);
        }
    }
}
