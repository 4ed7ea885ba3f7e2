using CognitoAuth.Api.Http.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CognitoAuth.Api.Http.Json;

/// <summary>
/// Accepts request bodies only as <c>application/json</c> in UTF-8. The framework also accepts <c>text/json</c> and any <c>+json</c>, and a browser sends content types that it does not
/// check to other origins without a preflight (ASVS 3.5.2).
/// </summary>
internal sealed class RequireJsonContent(RequestDelegate next)
{
    private const string Json = "application/json";

    public Task Invoke(HttpContext context)
    {
        // Fast path: nearly all clients send exactly this.
        if (context.Request.ContentType == Json) return next(context);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not true || context.Request.Path.Equals(ForwardAuthRewrite.Verify, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }
        if (!IsJson(context.Request.ContentType)) return ProblemMap.Write(context, AuthErrors.UnsupportedMediaType);

        // The framework fails on a charset in quotes.
        context.Request.ContentType = Json;
        return next(context);
    }

    private static bool IsJson(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
