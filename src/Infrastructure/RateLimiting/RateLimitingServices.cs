using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CognitoAuth.Infrastructure.RateLimiting;

/// <summary>Registers the counters of rate limits.</summary>
internal static class RateLimitingServices
{
    /// <summary>Adds in-process <see cref="IRateLimits"/>, unless another implementation is registered.</summary>
    public static IServiceCollection AddRateLimiting(this IServiceCollection services)
    {
        services.AddSingleton(provider => new InProcessRateLimits(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IRateLimits>(provider => provider.GetRequiredService<InProcessRateLimits>());
        return services;
    }
}
