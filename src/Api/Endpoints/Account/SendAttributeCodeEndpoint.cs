using System.ComponentModel.DataAnnotations;
using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Account;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>POST /v1/me/attributes/{name}/send-code</c></summary>
public sealed class SendAttributeCodeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/attributes/{name}/send-code", Handle)
        .WithName("SendAttributeCode").WithTags("The signed-in user").WithSummary("Sends a code that verifies the user's email or phone_number.")
        .Runs<SendAttributeCodeCommand>()
        .Produces<CodeSentResponse>(StatusCodes.Status202Accepted)
        .ProducesErrors(AuthErrors.RejectedByTrigger, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed, AuthErrors.DeliveryFailed, AuthErrors.OutcomeUnknown)
        .WithResponseExample("""{ "delivery": { "medium": "EMAIL", "destination": "j***@e***", "attribute": "email" } }""");

    private static async Task<IResult> Handle([AllowedValues("email", "phone_number")] string name, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new SendAttributeCodeCommand(bearer.OrEmpty, name), cancellationToken);
        return result.ToHttp(delivery => TypedResults.Json(new CodeSentResponse(delivery), statusCode: StatusCodes.Status202Accepted));
    }
}
