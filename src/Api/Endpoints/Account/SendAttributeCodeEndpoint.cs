using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Account;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>POST /v1/me/attributes/{name}/send-code</c></summary>
public sealed class SendAttributeCodeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/attributes/{name}/send-code", Handle)
        .WithName("SendAttributeCode").WithTags("The signed-in user").WithSummary("Sends a code that verifies the user's email or phone_number.")
        .Produces<CodeSentResponse>(StatusCodes.Status202Accepted)
        .ProducesErrors(
            AuthErrors.ValidationFailed, AuthErrors.InvalidParameter, AuthErrors.InvalidToken, AuthErrors.Forbidden, AuthErrors.AttemptsExceeded, AuthErrors.DeliveryFailed, AuthErrors.OutcomeUnknown,
            AuthErrors.KeysUnavailable, AuthErrors.RevocationUnavailable)
        .RequiresBearer();

    private static async Task<IResult> Handle(string name, BearerToken bearer, IMediator mediator, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new SendAttributeCodeCommand(bearer.OrEmpty, name), cancellationToken);
        return result.ToHttp(delivery => TypedResults.Json(new CodeSentResponse(delivery), statusCode: StatusCodes.Status202Accepted));
    }
}
