using CognitoAuth.Api.Embedded;
using CognitoAuth.Api.Hosting;
using CognitoAuth.Api.Observability;
using CognitoAuth.Application;
using CognitoAuth.Infrastructure;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api;

/// <summary>
/// Adds the API to a host: to our own, or to that of a team with its own flows. The host adds its other services, middleware and endpoints as any ASP.NET Core application does.
/// <code>
/// return await CognitoAuthHost.RunAsync(async () =>
/// {
///     var builder = WebApplication.CreateBuilder(args);
///     builder.AddCognitoAuth().AddFlowsFrom(typeof(Program).Assembly);
///
///     var app = builder.Build();
///     app.UseCognitoAuth();
///     await app.RunAsync();
/// });
/// </code>
/// </summary>
public static class CognitoAuthHost
{
    /// <summary>
    /// Adds the flows and their pipeline, the user pool, logging, traces and metrics, problem details, OpenAPI and health checks. A Debug build in Development gets the embedded user pool. Add sources of configuration
    /// before the call: <c>Cognito:Mode</c> and <c>ConnectionStrings:Redis</c> decide what it adds.
    /// </summary>
    /// <returns>A builder that adds the flows of further assemblies.</returns>
    /// <exception cref="OptionsValidationException">The embedded user pool is configured where it may not run.</exception>
    public static CognitoAuthBuilder AddCognitoAuth(this WebApplicationBuilder builder)
    {
        // In Development the framework checks it by itself. Elsewhere a singleton that uses the gateway would keep the address, fingerprint and metadata of one call, and send them with every other.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateScopes = true);
        builder.AddEmbeddedCognito();
        builder.AddLogging();
        builder.AddOpenTelemetry();
        builder.AddHttp();
        builder.AddDraining();
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration);
        return new CognitoAuthBuilder(builder.Services);
    }

    /// <summary>
    /// Adds the middleware and the endpoints of all flows. Middleware that the host adds before this call runs outside ours, so its failures are not returned as problem details. Middleware that it adds afterwards
    /// runs between routing and the endpoint.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is wrong. This includes the host's own settings that are validated at start-up.</exception>
    public static WebApplication UseCognitoAuth(this WebApplication app)
    {
        // Before the host starts: it would log a stack trace, and one line per fault is easier to read.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.Logger.LogBuildVersion();
        app.UseHttp();
        app.UseEmbeddedCognito();
        return app;
    }

    /// <summary>Runs a host. Reports faults of its settings or flows on standard error, one line per fault, instead of a stack trace.</summary>
    /// <param name="host">Builds the host and runs it to its end.</param>
    /// <returns>The exit code: 0, or 1 when it could not start.</returns>
    public static async Task<int> RunAsync(Func<Task> host)
    {
        try
        {
            await host();
            return 0;
        }
        catch (Exception exception) when (StartFaults.Of(exception) is { Count: > 0 } faults)
        {
            foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
            return 1;
        }
    }
}
