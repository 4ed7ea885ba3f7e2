using CognitoAuth.Api.Http.Json;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Api.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Scalar.AspNetCore;
using Serilog;
using Serilog.Events;

namespace CognitoAuth.Api.Http;

/// <summary>The middleware in the order in which it runs, and the routes.</summary>
internal static class RequestPipeline
{
    /// <summary>The tag of health checks that decide on readiness.</summary>
    public const string Ready = "ready";

    public static WebApplication UseHttp(this WebApplication app)
    {
        app.UseMiddleware<ForwardAuthRewrite>();
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseMiddleware<ResponseHeaders>();
        app.UseWhen(Cors.AppliesTo, browsers => browsers.UseCors());
        app.UseSerilogRequestLogging(logging =>
        {
            // This host's logger instead of the static one: several hosts can run in one process.
            logging.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            logging.GetLevel = LevelOf;
        });
        // The registered handlers handle every exception, so this pipeline stays empty.
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(pages => pages.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ProblemMap.Write(pages.HttpContext, AuthErrors.NotFound),
            StatusCodes.Status405MethodNotAllowed => ProblemMap.Write(pages.HttpContext, AuthErrors.MethodNotAllowed),
            // When the server itself refuses a body, the framework responds with a status only.
            StatusCodes.Status413PayloadTooLarge => ProblemMap.Write(pages.HttpContext, AuthErrors.PayloadTooLarge),
            StatusCodes.Status400BadRequest => ProblemMap.Write(pages.HttpContext, AuthErrors.MalformedRequest),
            _ => Task.CompletedTask,
        });
        app.UseMiddleware<RequireJsonContent>();
        app.UseRouting();

        app.MapGroup("").AddEndpointFilterFactory(ClientMetadataFilter.Create).MapCarter();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        app.MapOpenApi();
        if (app.Environment.IsDevelopment()) app.MapScalarApiReference("/docs");
        return app;
    }

    private static LogEventLevel LevelOf(HttpContext context, double elapsedMs, Exception? exception) =>
        // "Not ready" is not an error: the health check logs the reason itself.
        context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
        : exception is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : LogEventLevel.Information;
}
