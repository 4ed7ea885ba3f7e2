using CognitoAuth.Api.Http.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CognitoAuth.Api.Http.Json;

/// <summary>
/// Takes request bodies as <c>application/json</c> in UTF-8 and nothing else. The framework takes <c>text/json</c> and any <c>+json</c> too; and a browser can send those it does not
/// check across origins without asking first (ASVS 3.5.2).
/// </summary>
internal sealed class RequireJsonContent(RequestDelegate next)
{
    private const string Json = "application/json";

    public Task Invoke(HttpContext context)
    {
        // First as nearly all clients write it.
        if (context.Request.ContentType == Json) return next(context);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not true || context.Request.Path.Equals(ForwardAuthRewrite.Verify, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }
        if (!IsJson(context.Request.ContentType)) return ProblemMap.Write(context, AuthErrors.UnsupportedMediaType);

        // The framework does not know a charset in quotes, and fails.
        context.Request.ContentType = Json;
        return next(context);
    }

    private static bool IsJson(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
