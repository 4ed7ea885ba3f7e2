using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>GET /v1/me/sessions</c></summary>
public sealed class ListSessionsEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapGet("/v1/me/sessions", Handle)
        .WithName("ListSessions").WithTags("Session").WithSummary("Lists the signed-in user's sessions.")
        .Runs<ListSessionsQuery>()
        .Produces<UserSessionPage>()
        .WithResponseExample("""{ "sessions": [ { "id": "tkn-id-of-the-session", "current": true, "clientId": "1example23456789", "createdAt": "2026-01-31T09:00:00+00:00", "ip": "192.0.2.7" } ] }""");

    private static async Task<IResult> Handle(string? nextToken, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new ListSessionsQuery(bearer.OrEmpty) { NextToken = nextToken }, cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}
