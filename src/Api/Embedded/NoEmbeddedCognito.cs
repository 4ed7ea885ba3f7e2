#if !DEBUG
using CognitoAuth.Infrastructure.Cognito;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Embedded;

/// <summary>What a Release build has in place of the embedded user pool: a refusal.</summary>
internal static class NoEmbeddedCognito
{
    /// <summary>Refuses <c>Cognito:Mode=Embedded</c>.</summary>
    /// <exception cref="OptionsValidationException">The settings ask for the embedded pool.</exception>
    public static WebApplicationBuilder AddEmbeddedCognito(this WebApplicationBuilder builder) =>
        builder.Configuration.GetValue<CognitoMode>($"{CognitoOptions.Section}:{nameof(CognitoOptions.Mode)}") is not CognitoMode.Embedded
            ? builder
            : throw new OptionsValidationException(CognitoOptions.Section, typeof(CognitoOptions), ["Cognito:Mode=Embedded is for development and not part of a Release build. Set Cognito:Mode=Aws, and the pool."]);

    /// <summary>There is nothing to add.</summary>
    public static WebApplication UseEmbeddedCognito(this WebApplication app) => app;
}
#endif
