using System.Text.RegularExpressions;
using CognitoAuth.Api.Hosting;
using CognitoAuth.Api.Observability;

namespace CognitoAuth.Api.Http;

/// <summary>
/// Headers that every answer carries: the correlation id; what browsers need to know to make nothing more of an answer than data (ASVS 3.4); and for the contract's paths <c>no-store</c>, since nearly
/// all of them answer tokens or personal data.
/// </summary>
internal sealed partial class ResponseHeaders(RequestDelegate next, Draining draining)
{
    private const string CorrelationId = "X-Correlation-Id";

    public Task Invoke(HttpContext context)
    {
        // From here on it names the request in the log, too: see CorrelationIds.
        context.TraceIdentifier = context.Request.Headers[CorrelationId] is [{ } sent] && WellFormed().IsMatch(sent) ? sent : TraceId.Of(context);

        // When the answer starts, since an error handler clears the headers that were set before.
        context.Response.OnStarting(() =>
        {
            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        headers[CorrelationId] = context.TraceIdentifier;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The one page is the browsable reference, in Development alone.
        if (headers.ContentType is not [{ } type] || !type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)) headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        if (path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/dev", StringComparison.OrdinalIgnoreCase)) headers.CacheControl = "no-store";
        // Sends clients that keep their connection to another instance, while this one still answers. HTTP/2 has a frame for it, which the server sends.
        if (draining.HasBegun && HttpProtocol.IsHttp11(context.Request.Protocol)) headers.Connection = "close";
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,128}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WellFormed();
}
