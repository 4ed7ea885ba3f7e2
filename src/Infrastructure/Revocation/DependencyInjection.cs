using CognitoAuth.Application;
using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Revocation.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>Registers the store of sign-outs.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds <see cref="IRevocations"/>, in process.</summary>
    public static IServiceCollection AddRevocation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RevocationMetrics>();
        services.AddSingleton<IRevocations, InProcessRevocations>();
        services.AddHostedService<OneInstanceNotice>();
        return services;
    }

    /// <summary>Adds <see cref="IRevocations"/> that instances share through Redis, and the health check <c>revocations</c>, tagged <c>ready</c>. It needs <c>RedisConnection</c> and <see cref="SecurityOptions"/>.</summary>
    public static IServiceCollection AddSharedRevocation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new FeedTimes(provider.GetRequiredService<SecurityOptions>().RevocationStaleness));
        services.AddSingleton<RevocationMetrics>();
        services.AddSingleton<RevocationLog>();
        services.AddSingleton<RevocationReplica>();
        services.AddSingleton<RevocationOutbox>();
        services.AddSingleton<RevocationFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<RevocationFeed>());
        services.AddSingleton<IRevocations, SharedRevocations>();
        services.AddHealthChecks().AddCheck<RevocationFeedHealthCheck>("revocations", tags: ["ready"]);
        return services;
    }
}
