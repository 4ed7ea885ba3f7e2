using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CognitoAuth.Infrastructure.RateLimiting;

/// <summary>Registers the counters of the limits.</summary>
internal static class RateLimitingServices
{
    /// <summary>Adds <see cref="IRateLimits"/> in process, unless one is registered.</summary>
    public static IServiceCollection AddRateLimiting(this IServiceCollection services)
    {
        services.AddSingleton(provider => new InProcessRateLimits(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IRateLimits>(provider => provider.GetRequiredService<InProcessRateLimits>());
        return services;
    }
}
