using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>/v1/auth/verify</c>, by any method: forward-auth for nginx, Traefik and Envoy. Requests to paths below it arrive here too: see <see cref="ForwardAuthRewrite"/>.</summary>
public sealed class VerifyAccessEndpoint : ICarterModule
{
    // The body is not read. If it were above the limit, the server would close the connection before the response arrived.
    private static readonly DisableRequestSizeLimitAttribute AnyBody = new();

    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/auth/verify", Handle)
            .WithName("VerifyAccess").WithTags("Session").WithSummary("Verifies an access token for a proxy, without a call to Cognito.")
            .WithDescription(
                "For nginx `auth_request`, Traefik `forwardAuth` and Envoy `ext_authz`. Every method gives the same response, and so does every path below this one, for which the query is ignored.")
            .Runs<VerifyAccessQuery>().WithoutCognitoCall()
            .Produces(StatusCodes.Status200OK)
            .WithResponseHeader("X-Auth-Subject", "The user's `sub`; for a machine-to-machine token the id of its app client.")
            .WithResponseHeader("X-Auth-Client", "The id of the app client.")
            .WithResponseHeader("X-Auth-Username", "The user's name in the pool; absent for a machine-to-machine token.")
            .WithResponseHeader("X-Auth-Groups", "The user's groups, separated by commas, each percent-encoded; absent when there are none.")
            .WithResponseHeader("X-Auth-Scopes", "The token's scopes, separated by commas, each percent-encoded; absent when there are none.")
            .ProducesErrors(AuthErrors.Forbidden);
        app.Map("/v1/auth/verify", Handle).ExcludeFromDescription().WithMetadata(AnyBody);
    }

    private static Task<IResult> Handle(
        BearerToken bearer,
        HttpContext context,
        IFlows flows,
        [FromQuery, Description("The user must be in one of these groups.")] string[]? group = null,
        [FromQuery, Description("The token must have all of these scopes.")] string[]? scope = null,
        CancellationToken cancellationToken = default) =>
        flows.Send(new VerifyAccessQuery(bearer.OrEmpty, group ?? [], scope ?? []), cancellationToken).ToHttp(token => Write(context.Response.Headers, token));

    private static EmptyHttpResult Write(IHeaderDictionary headers, VerifiedToken token)
    {
        headers["X-Auth-Subject"] = Encode(token.Subject);
        headers["X-Auth-Client"] = Encode(token.ClientId);
        if (token.Username is { } username) headers["X-Auth-Username"] = Encode(username);
        if (token.Groups.Count > 0) headers["X-Auth-Groups"] = Join(token.Groups);
        if (token.Scopes.Count > 0) headers["X-Auth-Scopes"] = Join(token.Scopes);
        return TypedResults.Empty;
    }

    private static string Join(IEnumerable<string> values) => string.Join(',', values.Select(Encode));

    // A name can contain any character. Only ASCII is safe in a header, and a list must have no commas in its items.
    private static string Encode(string value) => Uri.EscapeDataString(value);
}
