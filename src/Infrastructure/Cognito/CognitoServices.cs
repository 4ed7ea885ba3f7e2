using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using CognitoAuth.Application;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.Infrastructure.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>Registers the user pool: its settings, the AWS client and the gateway.</summary>
internal static class CognitoServices
{
    public static IServiceCollection AddCognito(this IServiceCollection services)
    {
        services.AddOptions<CognitoOptions>().BindConfiguration(CognitoOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CognitoOptions>, CognitoOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CognitoOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<CognitoOptions>().PasswordPolicy);
        services.AddSingleton(provider => Settings(provider.GetRequiredService<CognitoOptions>()));
        services.AddSingleton(provider => new UserPoolId(provider.GetRequiredService<CognitoOptions>().UserPoolId));
        services.AddSingleton(provider => TokenSettingsOf(provider.GetRequiredService<CognitoOptions>()));
        services.AddSingleton<IAmazonCognitoIdentityProvider>(provider => Client(provider.GetRequiredService<CognitoOptions>()));
        services.AddSingleton<ClientSecrets>();
        services.AddSingleton<CognitoMetrics>();
        services.AddSingleton<CognitoResilience>();
        services.AddTransient<ICognitoGateway, CognitoGateway>();
        return services;
    }

    private static UserPoolSettings Settings(CognitoOptions options) => new(options.RefreshTokenLifetime, options.UseAdminApi)
    {
        MachineClientIds = [.. options.MachineClientIds],
        Passkeys = options.Passkeys.RelyingPartyId.Length > 0 ? new PasskeySettings(options.Passkeys.RelyingPartyId, options.Passkeys.UserVerification) : null,
    };

    private static TokenSettings TokenSettingsOf(CognitoOptions options) => new(new UserPoolId(options.UserPoolId), options.Issuers, [.. options.TokenClientIds], options.JwksUri);

    private static DirectCognitoClient Client(CognitoOptions options)
    {
        var config = new AmazonCognitoIdentityProviderConfig
        {
            // The gateway retries, depending on what a repeat does. Both settings are needed: the second one repeats a call up to ten times after a reset.
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            // The gateway's timeouts end all calls, by one clock.
            Timeout = Timeout.InfiniteTimeSpan,
            // As many as all categories may have in flight. With fewer, hanging sign-ins would occupy the connections that refreshes need.
            MaxConnectionsPerServer = CognitoResilience.MostCallsInFlight,
            HttpClientFactory = new CognitoHttpClientFactory(),
        };
        if (options.ServiceUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }
        else
        {
            config.ServiceURL = options.ServiceUrl;
            config.AuthenticationRegion = options.Region;
        }

        // Only Admin calls are signed. Without them the credential chain is not used: it would look for a metadata service that may not exist.
        return options switch
        {
            { UseAdminApi: false, PasswordFlow: not PasswordFlow.ADMIN_USER_PASSWORD_AUTH } => new DirectCognitoClient(new AnonymousAWSCredentials(), config),
            { Mode: CognitoMode.Embedded } => new DirectCognitoClient(new BasicAWSCredentials("embedded", "embedded"), config),
            _ => new DirectCognitoClient(credentials: null, config),
        };
    }
}
