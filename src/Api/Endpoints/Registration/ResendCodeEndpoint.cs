namespace CognitoAuth.Api.Endpoints.Registration;

/// <summary><c>POST /v1/auth/sign-up/resend-code</c></summary>
public sealed class ResendCodeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-up/resend-code", Handle)
        .WithName("ResendCode").WithTags("Sign-up").WithSummary("Sends a new code to an unconfirmed account.")
        .WithDescription("Where existence errors are hidden (the default), the response is the same whether or not the account exists.")
        .Runs<ResendCodeCommand>()
        .Produces<CodeSentResponse>(StatusCodes.Status202Accepted)
        .ProducesErrors(
            AuthErrors.RejectedByTrigger, AuthErrors.NotFound, AuthErrors.Conflict, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed, AuthErrors.DeliveryFailed,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com" }""")
        .WithResponseExample("""{ "delivery": { "medium": "EMAIL", "destination": "j***@e***", "attribute": "email" } }""");

    private static Task<IResult> Handle(UsernameRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new ResendCodeCommand(body.Username ?? ""), cancellationToken).ToHttp(delivery => TypedResults.Json(CodeSentResponse.Of(delivery), statusCode: StatusCodes.Status202Accepted));
}
