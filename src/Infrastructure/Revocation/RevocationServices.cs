using CognitoAuth.Application;
using CognitoAuth.Infrastructure.Revocation.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>Registers the sign-outs.</summary>
internal static class RevocationServices
{
    /// <summary>
    /// Adds <see cref="IRevocations"/> and the health check <c>revocations</c>, tagged <c>ready</c>. Where an <see cref="IRevocationLog"/> is registered, before or after, instances share sign-outs
    /// through it; otherwise they are kept in process. It needs <c>UserPoolId</c> and <see cref="SecurityOptions"/>.
    /// </summary>
    public static IServiceCollection AddRevocation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RevocationMetrics>();
        services.AddSingleton<InProcessRevocations>();
        services.AddSingleton<OneInstanceNotice>();
        services.AddSingleton(provider => new FeedTimes(provider.GetRequiredService<SecurityOptions>().RevocationStaleness));
        services.AddSingleton<RevocationReplica>();
        services.AddSingleton<RevocationOutbox>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LogReader>(provider));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RevocationFeed>(provider));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SharedRevocations>(provider));
        // Decided when the host starts and not here, so that a log can also be registered after this.
        services.AddSingleton<IRevocations>(provider => provider.HasLog() ? provider.GetRequiredService<SharedRevocations>() : provider.GetRequiredService<InProcessRevocations>());
        services.AddSingleton<IHostedService>(provider => provider.HasLog() ? provider.GetRequiredService<RevocationFeed>() : provider.GetRequiredService<OneInstanceNotice>());
        services.AddHealthChecks().AddCheck<RevocationsHealthCheck>("revocations", tags: ["ready"]);
        return services;
    }

    private static bool HasLog(this IServiceProvider provider) => provider.GetService<IRevocationLog>() is not null;
}
