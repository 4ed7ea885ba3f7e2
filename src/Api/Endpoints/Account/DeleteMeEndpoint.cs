using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Account;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>DELETE /v1/me</c></summary>
public sealed class DeleteMeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapDelete("/v1/me", Handle)
        .WithName("DeleteMe").WithTags("The signed-in user").WithSummary("Deletes the signed-in user, and ends all sessions.")
        .WithDescription("Needs a recent sign-in. From its answer on, no access token of the user is accepted.")
        .Runs<DeleteMeCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.ReauthenticationRequired);

    private static async Task<IResult> Handle(BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new DeleteMeCommand(bearer.OrEmpty), cancellationToken);
        return result.ToHttp();
    }
}
