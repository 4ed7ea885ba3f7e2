using System.Text.RegularExpressions;
using CognitoAuth.Api.Hosting;
using CognitoAuth.Api.Observability;

namespace CognitoAuth.Api.Http;

/// <summary>
/// Adds the headers that every response has: the correlation id; the headers that keep browsers from treating a response as anything but data (ASVS 3.4); and for the contract's paths <c>no-store</c>,
/// because nearly all of them return tokens or personal data.
/// </summary>
internal sealed partial class ResponseHeaders(RequestDelegate next, Draining draining)
{
    private const string CorrelationId = "X-Correlation-Id";

    public Task Invoke(HttpContext context)
    {
        // CorrelationIds adds it to the log lines of the request.
        context.TraceIdentifier = context.Request.Headers[CorrelationId] is [{ } sent] && WellFormed().IsMatch(sent) ? sent : TraceId.Of(context);

        // Only when the response starts: an error handler clears headers that were set before.
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
        // The only HTML page is the browsable reference, which exists only in Development.
        if (headers.ContentType is not [{ } type] || !type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)) headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        if (path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/dev", StringComparison.OrdinalIgnoreCase)) headers.CacheControl = "no-store";
        // Makes clients with open connections reconnect, to another instance, while this one still accepts requests. For HTTP/2 the server sends a GOAWAY frame.
        if (draining.HasBegun && HttpProtocol.IsHttp11(context.Request.Protocol)) headers.Connection = "close";
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,128}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WellFormed();
}
