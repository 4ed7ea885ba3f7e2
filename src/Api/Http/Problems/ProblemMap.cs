using System.Diagnostics;
using System.Globalization;
using CognitoAuth.Api.Observability;

namespace CognitoAuth.Api.Http.Problems;

/// <summary>Errors as RFC 9457 problem details.</summary>
public static class ProblemMap
{
    /// <summary>The media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The HTTP status of a kind of error.</summary>
    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.UnsupportedMedia => StatusCodes.Status415UnsupportedMediaType,
        ErrorKind.RateLimited => StatusCodes.Status429TooManyRequests,
        ErrorKind.Internal => StatusCodes.Status500InternalServerError,
        ErrorKind.NotEnabled => StatusCodes.Status501NotImplemented,
        ErrorKind.BadUpstream => StatusCodes.Status502BadGateway,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ErrorKind.Timeout => StatusCodes.Status504GatewayTimeout,
        _ => throw new UnreachableException($"No status for {kind}."),
    };

    /// <summary>Writes an error with its headers as the response.</summary>
    public static Task Write(HttpContext context, AuthError error)
    {
        if (error.RetryAfter is { } wait) WriteWait(context.Response.Headers, Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture), error.Permits);
        if (error.Is(AuthErrors.InvalidToken)) context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        context.Response.StatusCode = StatusOf(error.Kind);
        return context.Response.WriteAsJsonAsync(Problem.Of(error, context.Request.Path, TraceId.Of(context)), options: null, contentType: MediaType);
    }

    /// <summary>When to retry; and for this API's own limits their size, in standard fields (draft-ietf-httpapi-ratelimit-headers-06).</summary>
    private static void WriteWait(IHeaderDictionary headers, string seconds, int? permits)
    {
        headers.RetryAfter = seconds;
        if (permits is null) return;
        headers["RateLimit-Limit"] = permits.Value.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = "0";
        headers["RateLimit-Reset"] = seconds;
    }
}
