using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>Unhealthy until the log was read, and again once what is known is older than the staleness budget: this instance would refuse every protected call.</summary>
internal sealed class RevocationFeedHealthCheck(RevocationReplica replica) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(replica.IsFresh ? HealthCheckResult.Healthy() : new(context.Registration.FailureStatus, "Sign-outs are not in sync with Redis."));
}
