using System.Text.RegularExpressions;
using Serilog.Context;

namespace CognitoAuth.Api.Http;

/// <summary>Headers that every answer carries: the correlation id, and for the contract's paths <c>no-store</c>, since nearly all of them answer tokens or personal data.</summary>
internal sealed partial class AnswerHeaders(RequestDelegate next)
{
    private const string CorrelationId = "X-Correlation-Id";

    public async Task Invoke(HttpContext context)
    {
        var correlationId = context.Request.Headers[CorrelationId] is [{ } sent] && WellFormed().IsMatch(sent) ? sent : TraceId.Of(context);

        // When the answer starts, since an error handler clears the headers that were set before.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[CorrelationId] = correlationId;
            if (context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/dev", StringComparison.OrdinalIgnoreCase)) context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        using (LogContext.PushProperty("CorrelationId", correlationId)) await next(context);
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,128}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WellFormed();
}
