using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Hosting;

/// <summary>Registers the graceful shutdown.</summary>
internal static class HostingServices
{
    public static WebApplicationBuilder AddDraining(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ShutdownOptions>()
            // No load balancer checks whether a developer's machine is ready.
            .Configure(shutdown => shutdown.Delay = builder.Environment.IsDevelopment() ? TimeSpan.Zero : shutdown.Delay)
            .BindConfiguration(ShutdownOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ShutdownOptions>, ShutdownOptionsValidator>();
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) => host.ShutdownTimeout = shutdown.Value.Delay + Draining.TimeToFinish);
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        builder.Services.AddHealthChecks().AddCheck<Draining>("draining", tags: [RequestPipeline.Ready]);
        return builder;
    }
}
