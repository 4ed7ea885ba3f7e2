using Microsoft.AspNetCore.Http.Features;

namespace CognitoAuth.Api.Http;

/// <summary>
/// Rewrites every request target below <c>/v1/auth/verify/</c> to <c>/v1/auth/verify</c> without its query. Envoy appends the end user's path and query to that address. The server would resolve
/// <c>/../</c> in the path, so that another endpoint could return 200 instead of the verification; and in the query the end user could choose the required groups.
/// </summary>
internal sealed class ForwardAuthRewrite(RequestDelegate next)
{
    /// <summary>The address of forward authentication.</summary>
    public const string Verify = "/v1/auth/verify";

    public Task Invoke(HttpContext context)
    {
        // The target as it was sent, before the server decoded and resolved it.
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (PathOf(target).StartsWith(Verify + "/", StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Path = Verify;
            context.Request.QueryString = QueryString.Empty;
        }

        return next(context);
    }

    /// <summary>The target without scheme and host: a proxy may send the absolute form (RFC 9112, section 3.2.2).</summary>
    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> target)
    {
        var authority = target.IndexOf("://", StringComparison.Ordinal);
        if (target.StartsWith('/') || authority < 0) return target;
        var afterScheme = target[(authority + 3)..];
        var path = afterScheme.IndexOf('/');
        return path < 0 ? default : afterScheme[path..];
    }
}
