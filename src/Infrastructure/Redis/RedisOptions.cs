using StackExchange.Redis;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>The Redis that instances share: <c>ConnectionStrings:Redis</c>.</summary>
internal sealed class RedisOptions
{
    /// <summary>The name of the connection string.</summary>
    public const string ConnectionStringName = "Redis";

    /// <summary>In the form of StackExchange.Redis: <c>redis.example.com:6379,ssl=true,password=…</c>. It can hold a password: never log it.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The client's settings. The connection string takes precedence, except for two settings: the start must not fail because of an outage, and commands must not wait for its end.</summary>
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
