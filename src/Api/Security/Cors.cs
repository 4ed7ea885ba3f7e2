using CognitoAuth.Application;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Security;

/// <summary>Lets pages of the configured origins call from a browser (ASVS 3.4.2); by default of none. No cookies, so no credentials.</summary>
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
    /// Whether a browser's rules concern the request. Never where proxies ask: they pass the end user's headers on, and a preflight among them would be answered 204 without a look at the token.
    /// </summary>
    public static bool Concerns(HttpContext context) =>
        context.RequestServices.GetRequiredService<SecurityOptions>().CorsOrigins.Count > 0 && !context.Request.Path.Equals(ForwardAuthRewrite.Verify, StringComparison.OrdinalIgnoreCase);
}
