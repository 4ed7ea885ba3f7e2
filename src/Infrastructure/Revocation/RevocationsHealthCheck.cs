using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>Unhealthy until the shared log was read, and again once what is known is older than the staleness budget: this instance would refuse every protected call.</summary>
internal sealed class RevocationsHealthCheck(IRevocations revocations) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(revocations.IsAvailable ? HealthCheckResult.Healthy() : new(context.Registration.FailureStatus, "Sign-outs are not in sync with the shared log."));
}
