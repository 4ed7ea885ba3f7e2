using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>Registers the connection to Redis.</summary>
internal static class DependencyInjection
{
    /// <summary>Whether instances share a Redis. Without, everything is kept in process.</summary>
    public static bool HasRedis(this IConfiguration configuration) => !string.IsNullOrEmpty(configuration.GetConnectionString(RedisOptions.ConnectionStringName));

    /// <summary>Adds <see cref="RedisConnection"/>. It needs <c>CognitoOptions</c>.</summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RedisOptions>().Configure(redis => redis.ConnectionString = configuration.GetConnectionString(RedisOptions.ConnectionStringName)!).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RedisOptions>>().Value);
        services.AddSingleton<RedisConnection>();
        return services;
    }
}
