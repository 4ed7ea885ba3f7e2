using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>GET /v1/me/passkeys</c></summary>
public sealed class ListPasskeysEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapGet("/v1/me/passkeys", Handle)
        .WithName("ListPasskeys").WithTags("Passkeys").WithSummary("Answers the signed-in user's passkeys. The query takes limit (1 to 20) and the nextToken of the page before.")
        .Runs<ListPasskeysQuery>()
        .Produces<PasskeyPage>()
        .ProducesErrors(AuthErrors.MalformedRequest, AuthErrors.AttemptsExceeded)
        .WithResponseExample("""{ "passkeys": [ { "id": "id-of-the-passkey", "name": "Jane's phone", "relyingPartyId": "example.com", "transports": [ "internal" ], "createdAt": "2026-01-31T09:00:00+00:00" } ] }""");

    private static async Task<IResult> Handle(int? limit, string? nextToken, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new ListPasskeysQuery(bearer.OrEmpty) { Limit = limit, NextToken = nextToken }, cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}
