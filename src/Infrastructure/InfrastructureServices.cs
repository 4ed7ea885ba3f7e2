using CognitoAuth.Infrastructure.Background;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.RateLimiting;
using CognitoAuth.Infrastructure.Redis;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Infrastructure;

/// <summary>Registers the implementations of the ports.</summary>
public static class InfrastructureServices
{
    /// <summary>Adds the user pool, token verification, revocations, rate limits and background work; and Redis, if it is configured.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCognito();
        services.AddTokens();
        services.AddRedis(configuration);
        services.AddRevocation();
        services.AddRateLimiting();
        // Started first, so stopped last: background flows may still publish notifications.
        services.AddSingleton<NotificationQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<NotificationQueue>());
        services.AddTransient<INotifications, BackgroundNotifications>();
        services.AddSingleton<FlowQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<FlowQueue>());
        services.AddTransient<IBackgroundFlows, BackgroundFlows>();
        return services;
    }
}
