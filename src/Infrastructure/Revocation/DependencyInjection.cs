using CognitoAuth.Application.Ports;
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
        services.AddSingleton<IRevocations, InProcessRevocations>();
        return services;
    }
}
