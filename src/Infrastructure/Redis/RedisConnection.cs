using StackExchange.Redis;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>The connection to the Redis that instances share. It connects at first use, and reconnects by itself. While it is down, commands fail at once.</summary>
internal sealed class RedisConnection(RedisOptions redis, UserPoolId userPool) : IAsyncDisposable
{
    private readonly Lazy<ConnectionMultiplexer> _multiplexer = new(() => ConnectionMultiplexer.Connect(redis.Parse()));

    /// <summary>Sends commands.</summary>
    public IDatabase Database => _multiplexer.Value.GetDatabase();

    /// <summary>Receives messages.</summary>
    public ISubscriber Subscriber => _multiplexer.Value.GetSubscriber();

    /// <summary>The name of a key, or of a channel, of this user pool: several pools can share a Redis. The braces keep the pool's keys on one node of a cluster.</summary>
    public string Key(string name) => $"cognitoauth:{{{userPool}}}:{name}";

    public async ValueTask DisposeAsync()
    {
        if (_multiplexer.IsValueCreated) await _multiplexer.Value.DisposeAsync();
    }
}
