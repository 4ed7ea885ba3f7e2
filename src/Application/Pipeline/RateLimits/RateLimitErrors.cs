namespace CognitoAuth.Application.Pipeline.RateLimits;

/// <summary>Maps a refusal by a limit to an error.</summary>
internal static class RateLimitErrors
{
    /// <summary>The error; only the log names the limit.</summary>
    public static AuthError ToError(this RateLimitRefusal refusal) =>
        AuthErrors.RateLimited with { RetryAfter = refusal.RetryAfter, Permits = refusal.Limit.Permits, Reason = refusal.Limit.Name };
}
