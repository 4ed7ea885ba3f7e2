using System.Diagnostics;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Redis;
using CognitoAuth.IntegrationTests.Support;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Infrastructure.Redis;

[Trait("Clock", "Real")]
[Trait("Needs", "redis")]
public sealed class RedisConnectionTests(RedisServer redis, ITestOutputHelper output) : IClassFixture<RedisServer>
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_keys_of_each_user_pool_are_separate_and_on_one_node()
    {
        await using var one = Connection("eu-west-1_One");
        await using var other = Connection("eu-west-1_Other");

        await one.Database.StringSetAsync(one.Key("name"), "one");

        ((string?)await other.Database.StringGetAsync(other.Key("name"))).ShouldBeNull();
        one.Key("name").ShouldBe("cognitoauth:{eu-west-1_One}:name");
    }

    [Fact]
    public async Task A_connection_fails_at_once_while_Redis_is_down_and_recovers_by_itself()
    {
        await using var connection = Connection();
        await connection.Database.PingAsync();

        await redis.Stop();
        await Wait.Until(async () => !await Answers(connection));
        var watch = Stopwatch.StartNew();
        (await Answers(connection)).ShouldBeFalse();
        output.WriteLine($"failed after {watch.Elapsed.TotalMilliseconds:F1} ms");
        watch.Elapsed.ShouldBeLessThan(LongestWait);

        await redis.StartAgain();
        watch.Restart();
        await Wait.Until(() => Answers(connection));
        output.WriteLine($"recovered after {watch.Elapsed.TotalMilliseconds:F0} ms");
    }

    [Fact]
    public async Task A_connection_does_not_wait_for_a_Redis_that_does_not_respond()
    {
        await using var connection = Connection();
        await connection.Database.PingAsync();

        await redis.Pause();
        var watch = Stopwatch.StartNew();
        (await Answers(connection)).ShouldBeFalse();
        output.WriteLine($"cancelled after {watch.Elapsed.TotalMilliseconds:F0} ms");
        watch.Elapsed.ShouldBeLessThan(LongestWait);

        await redis.Resume();
        await Wait.Until(() => Answers(connection));
    }

    [Fact]
    public async Task A_connection_can_be_created_while_Redis_is_down()
    {
        await redis.Stop();
        await using var connection = Connection();
        (await Answers(connection)).ShouldBeFalse();

        await redis.StartAgain();
        await Wait.Until(() => Answers(connection));
    }

    [Fact]
    public async Task A_connection_can_be_created_while_the_host_name_of_Redis_is_unknown()
    {
        await using var connection = new RedisConnection(new RedisOptions { ConnectionString = "redis.invalid:6379" }, new UserPoolId("eu-west-1_Example"));

        (await Answers(connection)).ShouldBeFalse();
        (await Answers(connection)).ShouldBeFalse();
    }

    private RedisConnection Connection(string userPoolId = "eu-west-1_Example") =>
        new(new RedisOptions { ConnectionString = redis.ConnectionString }, new UserPoolId(userPoolId));

    private static async Task<bool> Answers(RedisConnection connection)
    {
        try
        {
            await connection.Database.PingAsync();
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return false;
        }
    }
}
