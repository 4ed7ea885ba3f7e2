using System.ComponentModel;
using CognitoAuth.Application.Flows.Session;
using Microsoft.AspNetCore.Mvc;

namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>/v1/auth/verify</c>, by any method: forward-auth for nginx, Traefik and Envoy. What stands below it arrives here too: see <see cref="ForwardAuthPath"/>.</summary>
public sealed class VerifyAccessEndpoint : ICarterModule
{
    // A body is not read; above the limit, the server would cut the connection before the answer has arrived.
    private static readonly DisableRequestSizeLimitAttribute AnyBody = new();

    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/auth/verify", Handle)
            .WithName("VerifyAccess").WithTags("Session").WithSummary("Tells a proxy whether the access token is good, without asking Cognito.")
            .WithDescription(
                "For nginx `auth_request`, Traefik `forwardAuth` and Envoy `ext_authz`. Every method answers alike, and every path below this one, where the query is not read.")
            .Runs<VerifyAccessQuery>().WithoutCognito()
            .Produces(StatusCodes.Status200OK)
            .ProducesHeader("X-Auth-Subject", "The user's `sub`; of a machine token, its client.")
            .ProducesHeader("X-Auth-Client", "The app client.")
            .ProducesHeader("X-Auth-Username", "The user's name in the pool; absent for a machine token.")
            .ProducesHeader("X-Auth-Groups", "The user's groups, separated by commas, each percent-encoded; absent when there are none.")
            .ProducesHeader("X-Auth-Scopes", "The token's scopes, separated by commas, each percent-encoded; absent when there are none.")
            .ProducesErrors(AuthErrors.Forbidden);
        app.Map("/v1/auth/verify", Handle).ExcludeFromDescription().WithMetadata(AnyBody);
    }

    private static async Task<IResult> Handle(
        BearerToken bearer,
        HttpContext context,
        IFlows flows,
        [FromQuery, Description("The user must be in one of these groups.")] string[]? group = null,
        [FromQuery, Description("The token must have all of these scopes.")] string[]? scope = null,
        CancellationToken cancellationToken = default)
    {
        var result = await flows.Send(new VerifyAccessQuery(bearer.OrEmpty, group ?? [], scope ?? []), cancellationToken);
        return result.ToHttp(token =>
        {
            var headers = context.Response.Headers;
            headers["X-Auth-Subject"] = Encode(token.Subject);
            headers["X-Auth-Client"] = Encode(token.ClientId);
            if (token.Username is { } username) headers["X-Auth-Username"] = Encode(username);
            if (token.Groups.Count > 0) headers["X-Auth-Groups"] = Join(token.Groups);
            if (token.Scopes.Count > 0) headers["X-Auth-Scopes"] = Join(token.Scopes);
            return TypedResults.Empty;
        });
    }

    private static string Join(IEnumerable<string> values) => string.Join(',', values.Select(Encode));

    // A name may hold any character; in a header only ASCII is safe, and in a list no comma.
    private static string Encode(string value) => Uri.EscapeDataString(value);
}
