using CognitoAuth.Application.Flows.Password;

namespace CognitoAuth.Api.Endpoints.Password;

/// <summary><c>POST /v1/auth/password/forgot</c></summary>
public sealed class ForgotPasswordEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/password/forgot", Handle)
        .WithName("ForgotPassword").WithTags("Password").WithSummary("Sends a code with which the password can be reset.")
        .WithDescription("Where existence errors are hidden (the default), the answer is the same whether or not there is such an account.")
        .Runs<ForgotPasswordCommand>()
        .Produces<CodeSentResponse>(StatusCodes.Status202Accepted)
        .ProducesErrors(
            AuthErrors.RejectedByTrigger, AuthErrors.NotFound, AuthErrors.Conflict, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed, AuthErrors.DeliveryFailed,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com" }""")
        .WithResponseExample("""{ "delivery": { "medium": "EMAIL", "destination": "j***@e***", "attribute": "email" } }""");

    private static async Task<IResult> Handle(UsernameRequest body, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new ForgotPasswordCommand(body.Username ?? ""), cancellationToken);
        return result.ToHttp(delivery => TypedResults.Json(CodeSentResponse.Of(delivery), statusCode: StatusCodes.Status202Accepted));
    }
}
