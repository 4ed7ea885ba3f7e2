using CognitoAuth.Infrastructure.Redis;
using StackExchange.Redis;

namespace CognitoAuth.UnitTests.Infrastructure.Redis;

public sealed class RedisOptionsTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("redis.example.com:6379,ssl=true,password=wr0ng")]
    [InlineData("10.0.0.1:6379,10.0.0.2:6379,serviceName=primary")]
    [InlineData("[::1]:6379")]
    public void Connection_strings_of_the_client_are_accepted(string connectionString) => Faults(connectionString).ShouldBeEmpty();

    [Theory]
    [InlineData(" ")]
    [InlineData(",password=wr0ng")]
    [InlineData("localhost,pasword=wr0ng")]
    [InlineData("localhost,ssl=wr0ng")]
    [InlineData("localhost:wr0ng")]
    [InlineData("redis host wr0ng")]
    [InlineData("redis://user:wr0ng@localhost")]
    public void An_unreadable_connection_string_is_named_and_not_quoted(string connectionString)
    {
        var line = Faults(connectionString).ShouldHaveSingleItem();
        line.ShouldStartWith("ConnectionStrings:Redis must be");
        line.ShouldNotContain("wr0ng");
    }

    [Fact]
    public void Commands_are_never_queued_and_the_start_never_fails_whatever_the_connection_string_contains()
    {
        var options = new RedisOptions { ConnectionString = "localhost,abortConnect=true" }.Parse();
        options.AbortOnConnectFail.ShouldBeFalse();
        options.BacklogPolicy.ShouldBe(BacklogPolicy.FailFast);
    }

    [Fact]
    public void Timeouts_are_one_second_unless_the_connection_string_sets_them()
    {
        var options = new RedisOptions { ConnectionString = "localhost" }.Parse();
        (options.ConnectTimeout, options.SyncTimeout, options.AsyncTimeout).ShouldBe((1_000, 1_000, 1_000));

        options = new RedisOptions { ConnectionString = "localhost,connectTimeout=250,syncTimeout=300,asyncTimeout=350" }.Parse();
        (options.ConnectTimeout, options.SyncTimeout, options.AsyncTimeout).ShouldBe((250, 300, 350));
    }

    private static IReadOnlyList<string> Faults(string connectionString) =>
        [.. new RedisOptionsValidator().Validate(null, new RedisOptions { ConnectionString = connectionString }).Failures ?? []];
}
