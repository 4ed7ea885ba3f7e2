using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CognitoAuth.Api.Http.Json;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Api.Security;
using CognitoAuth.Application;
using CognitoAuth.Application.Ports;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Http;

/// <summary>Registers the HTTP services: JSON, problem details, endpoints, limits.</summary>
internal static class HttpServices
{
    // The lifetime that ASVS 3.4.1 requires.
    private static readonly TimeSpan HstsLifetime = TimeSpan.FromDays(365);

    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ServerLimits>();
        builder.Services.ConfigureHttpJsonOptions(http => Configure(http.SerializerOptions));
        // In every environment an unreadable request throws, so that UnhandledExceptions writes the response.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<UnhandledExceptions>();
        builder.Services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SecurityOptions>, ForwardedHeadersValidator>();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<IOptions<SecurityOptions>>().Value);
        builder.Services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, TrustedProxies>();
        builder.Services.AddSingleton<IConfigureOptions<CorsOptions>, Cors>();
        builder.Services.AddCors();
        builder.Services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (HstsLifetime, true));
        builder.Services.AddSingleton<IClientContext, ClientContext>();
        // The pipeline validates, so Carter must not. Carter's own scan would start at the entry assembly, which can be a team's host or a test host.
        builder.Services.AddCarter(new DependencyContextAssemblyCatalog([typeof(HttpServices).Assembly]), carter => carter.WithEmptyModules().WithEmptyValidators().WithEmptyResponseNegotiators());
        builder.Services.AddEndpoints(typeof(HttpServices).Assembly);
        builder.Services.AddOpenApi("v1", ApiDocument.Configure);
        return builder;
    }

    /// <summary>Adds the Carter modules of an assembly. Carter itself silently ignores modules that are not public.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services, Assembly assembly) => services.Scan(scan => scan.FromAssemblies(assembly)
        .AddClasses(types => types.AssignableTo<ICarterModule>(), publicOnly: false).As<ICarterModule>().WithSingletonLifetime());

    private static void Configure(JsonSerializerOptions json)
    {
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Two parsers could read a body with a duplicate member as two different requests.
        json.AllowDuplicateProperties = false;
        // Numbers are never strings, in responses and in their description.
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new SecretJsonConverter());
        json.Converters.Add(new JsonTextConverter());
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }
}
