using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>Unhealthy until the signing keys were loaded once. A later outage of the key set does not matter: known keys still verify tokens.</summary>
internal sealed class SigningKeysHealthCheck(SigningKeys keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.IsLoaded ? HealthCheckResult.Healthy() : new(context.Registration.FailureStatus, "The signing keys are not loaded yet."));
}
