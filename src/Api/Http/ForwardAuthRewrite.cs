using Microsoft.AspNetCore.Http.Features;

namespace CognitoAuth.Api.Http;

/// <summary>
/// Sends every request target below <c>/v1/auth/verify/</c> to <c>/v1/auth/verify</c>, without its query. Envoy appends the end user's own path and query there: the server would resolve
/// <c>/../</c> in it, so that the end user could have another address answer 200 in place of the verification; and in the query the end user could name the groups.
/// </summary>
internal sealed class ForwardAuthRewrite(RequestDelegate next)
{
    /// <summary>The one address of forward-auth.</summary>
    public const string Verify = "/v1/auth/verify";

    public Task Invoke(HttpContext context)
    {
        // As it came, before the server decoded and resolved it.
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (PathOf(target).StartsWith(Verify + "/", StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Path = Verify;
            context.Request.QueryString = QueryString.Empty;
        }

        return next(context);
    }

    /// <summary>The target from its path on: a proxy may send the absolute form, with scheme and host (RFC 9112, section 3.2.2).</summary>
    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> target)
    {
        var authority = target.IndexOf("://", StringComparison.Ordinal);
        if (target.StartsWith('/') || authority < 0) return target;
        var afterScheme = target[(authority + 3)..];
        var path = afterScheme.IndexOf('/');
        return path < 0 ? default : afterScheme[path..];
    }
}
