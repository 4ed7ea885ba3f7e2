using StackExchange.Redis;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>The Redis that instances share: <c>ConnectionStrings:Redis</c>.</summary>
internal sealed class RedisOptions
{
    /// <summary>The name of the connection string.</summary>
    public const string ConnectionStringName = "Redis";

    /// <summary>In the form of StackExchange.Redis: <c>redis.example.com:6379,ssl=true,password=…</c>. It can hold a password: never log it.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>What the client is to do. What the connection string says wins, but for two things that must not be: a start that fails for an outage, and commands that wait for its end.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read. The message may quote it.</exception>
    public ConfigurationOptions Parse()
    {
        var options = ConfigurationOptions.Parse(ConnectionString);
        options.Defaults = new RedisDefaults();
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }
}
