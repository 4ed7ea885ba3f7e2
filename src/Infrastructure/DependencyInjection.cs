using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Background;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Infrastructure;

/// <summary>Registers how the ports are done.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the user pool, token verification, revocations and background flows.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.AddCognito();
        services.AddTokens();
        services.AddRevocation();
        services.AddSingleton<BackgroundFlows>();
        services.AddSingleton<IBackgroundFlows>(provider => provider.GetRequiredService<BackgroundFlows>());
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundFlows>());
        return services;
    }
}
