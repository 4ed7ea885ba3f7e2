using StackExchange.Redis;
using StackExchange.Redis.Configuration;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>Defaults of the connection string: short timeouts, and attempts to reconnect at a steady interval. A request never waits long for Redis.</summary>
internal sealed class RedisDefaults : DefaultOptionsProvider
{
    public override TimeSpan? ConnectTimeout => TimeSpan.FromSeconds(1);

    public override TimeSpan SyncTimeout => TimeSpan.FromSeconds(1);

    // Timeouts are checked at this interval, and a connection without a reply for four intervals is closed.
    public override TimeSpan HeartbeatInterval => TimeSpan.FromMilliseconds(250);

    public override IReconnectRetryPolicy ReconnectRetryPolicy { get; } = new LinearRetry(maxRetryElapsedTimeAllowedMilliseconds: 500);

    // Exceptions are logged, and keys could identify users.
    public override bool IncludeDetailInExceptions => false;
}
