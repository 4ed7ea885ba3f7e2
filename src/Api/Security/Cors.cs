using CognitoAuth.Application;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Security;

/// <summary>Allows pages of the configured origins to call the API from a browser (ASVS 3.4.2); by default none. There are no cookies, so credentials are not allowed.</summary>
internal sealed class Cors(SecurityOptions security) : IConfigureOptions<CorsOptions>
{
    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromHours(1);

    public void Configure(CorsOptions options) => options.AddDefaultPolicy(policy => policy
        .WithOrigins([.. security.CorsOrigins])
        .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
        .WithHeaders("Authorization", "Content-Type", "traceparent", "tracestate", "X-Correlation-Id", ClientContext.Header)
        .WithExposedHeaders("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After", "WWW-Authenticate", "X-Correlation-Id")
        .SetPreflightMaxAge(PreflightLifetime));

    /// <summary>
    /// Whether CORS applies to the request. Never for forward authentication: proxies forward the end user's headers, and a preflight would get a 204 without a check of the token.
    /// </summary>
    public static bool AppliesTo(HttpContext context) =>
        context.RequestServices.GetRequiredService<SecurityOptions>().CorsOrigins.Count > 0 && !context.Request.Path.Equals(ForwardAuthRewrite.Verify, StringComparison.OrdinalIgnoreCase);
}
