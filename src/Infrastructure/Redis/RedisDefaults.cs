using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>Defaults of the connection string: short timeouts, and attempts to reconnect at a steady interval. A request never waits long for Redis.</summary>
internal sealed class RedisDefaults : DefaultOptionsProvider
{
    /// <inheritdoc/>
    public override TimeSpan? ConnectTimeout => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override TimeSpan SyncTimeout => TimeSpan.FromSeconds(1);

    // Timeouts are looked for that often, and a connection on which nothing comes back for four of them is given up.
    /// <inheritdoc/>
    public override TimeSpan HeartbeatInterval => TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public override IReconnectRetryPolicy ReconnectRetryPolicy { get; } = new LinearRetry(maxRetryElapsedTimeAllowedMilliseconds: 500);

    // Exceptions are logged, and keys could identify users.
    /// <inheritdoc/>
    public override bool IncludeDetailInExceptions => false;
}
