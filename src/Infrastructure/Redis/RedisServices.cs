using CognitoAuth.Infrastructure.Revocation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Infrastructure.Redis;

/// <summary>Registers what instances share through Redis.</summary>
internal static class RedisServices
{
    /// <summary>
    /// If <c>ConnectionStrings:Redis</c> is set, adds the log of sign-outs, unless the host has registered its own, and the counters of rate limits. Otherwise nothing is added, and both stay in
    /// process. It needs <see cref="UserPoolId"/>.
    /// </summary>
    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration.GetConnectionString(RedisOptions.ConnectionStringName))) return services;

        services.AddOptions<RedisOptions>().Configure(redis => redis.ConnectionString = configuration.GetConnectionString(RedisOptions.ConnectionStringName)!).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RedisOptions>>().Value);
        services.AddSingleton<RedisConnection>();
        services.TryAddSingleton<IRevocationLog, RedisRevocationLog>();
        services.AddSingleton<IRateLimits, RedisRateLimits>();
        return services;
    }
}
