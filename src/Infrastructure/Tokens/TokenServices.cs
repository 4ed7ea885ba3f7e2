using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Registers token verification.</summary>
internal static class TokenServices
{
    /// <summary>Adds <see cref="IAccessTokenVerifier"/>, the signing keys with their refresh, and the health check <c>signing-keys</c>, tagged <c>ready</c>. It needs <see cref="TokenSettings"/>.</summary>
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TokenMetrics>();
        services.AddSingleton<JwksClient>();
        services.AddSingleton<SigningKeys>();
        services.AddHostedService<SigningKeysRefresh>();
        services.AddSingleton<VerifiedTokens>();
        services.AddSingleton<IAccessTokenVerifier, AccessTokenVerifier>();
        services.AddHealthChecks().AddCheck<SigningKeysHealthCheck>("signing-keys", tags: ["ready"]);
        return services;
    }
}
