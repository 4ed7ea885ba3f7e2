namespace CognitoAuth.Application.Pipeline.RateLimits;

/// <summary>What a refusal of a limit is to the caller.</summary>
internal static class RateLimitErrors
{
    /// <summary>The error; only the log learns which limit it was.</summary>
    public static AuthError ToError(this RateLimitRefusal refusal) =>
        AuthErrors.RateLimited with { RetryAfter = refusal.RetryAfter, Permits = refusal.Limit.Permits, Reason = refusal.Limit.Name };
}
