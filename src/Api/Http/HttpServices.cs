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

/// <summary>Registers what HTTP needs: JSON, problem details, endpoints, limits.</summary>
internal static class HttpServices
{
    // What ASVS 3.4.1 asks for.
    private static readonly TimeSpan HstsLifetime = TimeSpan.FromDays(365);

    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ServerLimits>();
        builder.Services.ConfigureHttpJsonOptions(http => Configure(http.SerializerOptions));
        // In every environment a request that cannot be read throws, and is answered in one place.
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
        // Validation is the pipeline's. And Carter's own scan begins at the process's entry assembly, which is a team's host, or a test's.
        builder.Services.AddCarter(new DependencyContextAssemblyCatalog([typeof(HttpServices).Assembly]), carter => carter.WithEmptyModules().WithEmptyValidators().WithEmptyResponseNegotiators());
        builder.Services.AddEndpoints(typeof(HttpServices).Assembly);
        builder.Services.AddOpenApi("v1", ApiDocument.Configure);
        return builder;
    }

    /// <summary>Adds the Carter modules of an assembly. Carter itself passes over those that are not public, without a word.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services, Assembly assembly) => services.Scan(scan => scan.FromAssemblies(assembly)
        .AddClasses(types => types.AssignableTo<ICarterModule>(), publicOnly: false).As<ICarterModule>().WithSingletonLifetime());

    private static void Configure(JsonSerializerOptions json)
    {
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Two readers of a body with a member twice could see two different requests.
        json.AllowDuplicateProperties = false;
        // A number is a number, in answers and in their description.
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new SecretJsonConverter());
        json.Converters.Add(new JsonTextConverter());
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }
}
