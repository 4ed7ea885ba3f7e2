#if !DEBUG
using CognitoAuth.Infrastructure.Cognito;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Embedded;

/// <summary>Replaces the embedded user pool in a Release build: refuses to start it.</summary>
internal static class NoEmbeddedCognito
{
    /// <summary>Refuses <c>Cognito:Mode=Embedded</c>.</summary>
    /// <exception cref="OptionsValidationException">The settings select the embedded pool.</exception>
    public static WebApplicationBuilder AddEmbeddedCognito(this WebApplicationBuilder builder) =>
        builder.Configuration.GetValue<CognitoMode>($"{CognitoOptions.Section}:{nameof(CognitoOptions.Mode)}") is not CognitoMode.Embedded
            ? builder
            : throw new OptionsValidationException(CognitoOptions.Section, typeof(CognitoOptions), ["Cognito:Mode=Embedded is for development only and not part of a Release build. Set Cognito:Mode=Aws and the user pool."]);

    /// <summary>Adds nothing.</summary>
    public static WebApplication UseEmbeddedCognito(this WebApplication app) => app;
}
#endif
