using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Hosting;

/// <summary>
/// Lets an instance leave without losing a request. When the process is asked to end, readiness goes first; for <see cref="ShutdownOptions.Delay"/> requests are still taken, until load balancers have
/// noticed and clients were sent away from their connections; only then does the server stop to listen, and finish what it has accepted.
/// </summary>
internal sealed class Draining(IOptions<ShutdownOptions> options, TimeProvider time) : IHostedLifecycleService, IHealthCheck
{
    /// <summary>How long requests that were accepted, and flows that wait in the background, have after the delay. A call to Cognito takes at most 5 s.</summary>
    public static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(9);

    private volatile bool _hasBegun;

    /// <summary>Whether the instance is leaving.</summary>
    public bool HasBegun => _hasBegun;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_hasBegun ? new HealthCheckResult(context.Registration.FailureStatus, "The instance is shutting down.") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        // Before any service stops, the server too: the host asks all services for this first.
        await Task.Delay(options.Value.Delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
