using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CognitoAuth.Api.Observability;

/// <summary>Logs to standard output: as readable text in Development, otherwise as one JSON object per line. The levels here are defaults, which the configuration section <c>Serilog</c> overrides.</summary>
internal static class Logging
{
    private const string Section = "Serilog";

    public static WebApplicationBuilder AddLogging(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<ILogEventEnricher, CorrelationIds>();
        builder.Services.AddSerilog(
            (services, logger) =>
            {
                logger.MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                    // The health checks log themselves why an instance is not ready.
                    .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
                    .MinimumLevel.Override("System", LogEventLevel.Warning);
                // Searches all assemblies for sinks, which takes a twentieth of the start-up time. Skipped if nothing is configured.
                if (builder.Configuration.GetSection(Section).Exists()) logger.ReadFrom.Configuration(builder.Configuration);
                logger.ReadFrom.Services(services).Enrich.FromLogContext();
                if (builder.Environment.IsDevelopment()) logger.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture);
                else logger.WriteTo.Sink(new StandardOutputSink(new RenderedCompactJsonFormatter(), Console.OpenStandardOutput()));
            },
            // Several hosts can run in one process, as in tests.
            preserveStaticLogger: true);
        builder.Services.Decorate<ILoggerFactory, CachingLoggerFactory>();
        return builder;
    }
}
