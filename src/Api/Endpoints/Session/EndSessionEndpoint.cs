using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>DELETE /v1/me/sessions/{id}</c></summary>
public sealed class EndSessionEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapDelete("/v1/me/sessions/{id}", Handle)
        .WithName("EndSession").WithTags("Session").WithSummary("Ends another of the signed-in user's sessions: its refresh token at once, its access tokens at their expiry.")
        .Runs<EndSessionCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.NotFound);

    private static async Task<IResult> Handle(string id, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new EndSessionCommand(bearer.OrEmpty, id), cancellationToken);
        return result.ToHttp();
    }
}
