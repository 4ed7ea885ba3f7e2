using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Password;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Api.Endpoints.Password;

/// <summary><c>POST /v1/auth/password/forgot</c></summary>
public sealed class ForgotPasswordEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/password/forgot", Handle)
        .WithName("ForgotPassword").WithTags("Password").WithSummary("Sends a code with which the password can be reset.")
        .Produces<CodeSentResponse>(StatusCodes.Status202Accepted)
        .ProducesErrors(AuthErrors.ValidationFailed, AuthErrors.NotFound, AuthErrors.Conflict, AuthErrors.AttemptsExceeded, AuthErrors.DeliveryFailed, AuthErrors.OutcomeUnknown);

    private static async Task<IResult> Handle(UsernameRequest body, IMediator mediator, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ForgotPasswordCommand(body.Username ?? "") { ClientMetadata = body.ClientMetadata }, cancellationToken);
        return result.ToHttp(delivery => TypedResults.Json(new CodeSentResponse(delivery), statusCode: StatusCodes.Status202Accepted));
    }
}
