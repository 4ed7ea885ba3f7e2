using CognitoAuth.Api.Hosting;
using CognitoAuth.Application.Pipeline.Observability;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CognitoAuth.Api.Observability;

/// <summary>Sends traces and metrics by OTLP if OpenTelemetry's own settings name a collector; otherwise nothing is collected. <c>docs/operations.md</c> lists the names.</summary>
internal static class OpenTelemetryExport
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static WebApplicationBuilder AddOpenTelemetry(this WebApplicationBuilder builder)
    {
        if (Array.TrueForAll(Endpoints, endpoint => string.IsNullOrEmpty(builder.Configuration[endpoint]))) return builder;

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "cognitoauth", serviceVersion: BuildVersion.Text))
            .WithTracing(traces => traces
                .AddSource(Telemetry.Name)
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)))
            .WithMetrics(metrics => metrics
                .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"))
            .UseOtlpExporter();
        return builder;
    }
}
