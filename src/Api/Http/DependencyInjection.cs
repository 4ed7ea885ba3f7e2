using System.Text.Json;
using System.Text.Json.Serialization;
using Carter;
using CognitoAuth.Application;
using CognitoAuth.Application.Ports;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Http;

/// <summary>Registers what HTTP needs: JSON, problem details, endpoints, limits.</summary>
internal static class DependencyInjection
{
    /// <summary>In bytes: the largest request is a sign-up with its attributes, some ten kilobytes.</summary>
    private const int LargestBody = 64 * 1024;

    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.ConfigureHttpJsonOptions(http => Configure(http.SerializerOptions));
        // In every environment a request that cannot be read throws, and is answered in one place.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<UnhandledExceptions>();
        builder.Services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<IOptions<SecurityOptions>>().Value);
        builder.Services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, TrustedProxies>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<IClientContext, ClientContext>();
        // Validation is the pipeline's: no validators here.
        builder.Services.AddCarter(configurator: carter => carter.WithEmptyValidators());
        builder.Services.AddOpenApi("v1", OpenApiSchemas.Configure);
        return builder;
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Two readers of a body with a member twice could see two different requests.
        json.AllowDuplicateProperties = false;
        // A number is a number, in answers and in their description.
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }
}
