using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Background;
using CognitoAuth.Infrastructure.Cognito;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Infrastructure;

/// <summary>Registers how the ports are done.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the user pool, token verification, revocations and background flows.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.AddCognito();
        services.AddSingleton<BackgroundFlows>();
        services.AddSingleton<IBackgroundFlows>(provider => provider.GetRequiredService<BackgroundFlows>());
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundFlows>());
        return services;
    }
}
