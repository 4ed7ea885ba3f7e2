using CognitoAuth.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Infrastructure.RateLimiting;

/// <summary>Registers the counters of the limits.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds <see cref="IRateLimits"/>, in process.</summary>
    public static IServiceCollection AddRateLimiting(this IServiceCollection services) => services.AddSingleton<IRateLimits>(provider => new InProcessRateLimits(provider.GetRequiredService<TimeProvider>()));
}
