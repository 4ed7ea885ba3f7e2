using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Infrastructure.RateLimiting;

/// <summary>Registers the counters of the limits.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds <see cref="IRateLimits"/>: in Redis, where instances share one; else in process.</summary>
    public static IServiceCollection AddRateLimiting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new InProcessRateLimits(provider.GetRequiredService<TimeProvider>()));
        return configuration.HasRedis()
            ? services.AddSingleton<IRateLimits, RedisRateLimits>()
            : services.AddSingleton<IRateLimits>(provider => provider.GetRequiredService<InProcessRateLimits>());
    }
}
