using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>DELETE /v1/me/passkeys/{id}</c></summary>
public sealed class DeletePasskeyEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapDelete("/v1/me/passkeys/{id}", Handle)
        .WithName("DeletePasskey").WithTags("Passkeys").WithSummary("Deletes one of the signed-in user's passkeys.")
        .Runs<DeletePasskeyCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.ReauthenticationRequired, AuthErrors.NotFound, AuthErrors.AttemptsExceeded);

    private static async Task<IResult> Handle(string id, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new DeletePasskeyCommand(bearer.OrEmpty, id), cancellationToken);
        return result.ToHttp();
    }
}
