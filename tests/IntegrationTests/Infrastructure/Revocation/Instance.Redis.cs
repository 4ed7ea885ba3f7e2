using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Redis;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.Tests.Shared;

/// <summary>An instance whose log is in Redis.</summary>
internal sealed partial class Instance
{
    /// <summary>Starts an instance.</summary>
    public static Task<Instance> Begin(string connectionString, TimeSpan? staleness = null, string userPoolId = "eu-west-1_Example", TimeProvider? time = null)
    {
        var pool = new UserPoolId(userPoolId);
        // Short times, because otherwise each start would take seconds.
        var times = new FeedTimes(staleness ?? LongBudget) { Interval = TimeSpan.FromMilliseconds(100), Settling = TimeSpan.FromMilliseconds(500) };
        var redis = new RedisConnection(new RedisOptions { ConnectionString = connectionString }, pool);
        return Begin(new RedisRevocationLog(redis), times, pool, time, redis);
    }

    /// <summary>Starts an instance and waits until it is in sync.</summary>
    public static async Task<Instance> Start(string connectionString, TimeSpan? staleness = null, string userPoolId = "eu-west-1_Example", TimeProvider? time = null)
    {
        var instance = await Begin(connectionString, staleness, userPoolId, time);
        await Wait.Until(() => instance.Replica.IsFresh);
        return instance;
    }

    /// <summary>Starts several instances and waits until they are in sync.</summary>
    public static Task<Instance[]> Start(int count, string connectionString) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Start(connectionString)));
}
