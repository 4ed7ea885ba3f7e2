using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Unhealthy until the signing keys were loaded once. A key set that is down later is no reason to take instances out: the keys that are known still verify.</summary>
internal sealed class SigningKeysHealthCheck(SigningKeys keys) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.IsLoaded ? HealthCheckResult.Healthy() : new(context.Registration.FailureStatus, "The signing keys are not loaded yet."));
}
