using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Hosting;

/// <summary>
/// Shuts an instance down without losing a request. First the instance reports that it is not ready. For <see cref="ShutdownOptions.Delay"/> it still accepts requests, so that load balancers can
/// notice and clients can close their connections. Then the server stops listening and completes the requests that it has accepted.
/// </summary>
internal sealed class Draining(IOptions<ShutdownOptions> options, TimeProvider time) : IHostedLifecycleService, IHealthCheck
{
    /// <summary>How long accepted requests and background flows may run after the delay. A call to Cognito takes at most 5 s.</summary>
    public static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(9);

    private volatile bool _hasBegun;

    /// <summary>Whether the shutdown has begun.</summary>
    public bool HasBegun => _hasBegun;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_hasBegun ? new HealthCheckResult(context.Registration.FailureStatus, "The instance is shutting down.") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        // The host calls this on all services before it stops any of them, including the server.
        await Task.Delay(options.Value.Delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
