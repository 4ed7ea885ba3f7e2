namespace CognitoAuth.Api.Endpoints.Password;

/// <summary><c>POST /v1/auth/password/forgot</c></summary>
public sealed class ForgotPasswordEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/password/forgot", Handle)
        .WithName("ForgotPassword").WithTags("Password").WithSummary("Sends a code that resets the password.")
        .WithDescription("Where existence errors are hidden (the default), the response is the same whether or not the account exists.")
        .Runs<ForgotPasswordCommand>()
        .Produces<CodeSentResponse>(StatusCodes.Status202Accepted)
        .ProducesErrors(
            AuthErrors.RejectedByTrigger, AuthErrors.NotFound, AuthErrors.Conflict, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed, AuthErrors.DeliveryFailed,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com" }""")
        .WithResponseExample("""{ "delivery": { "medium": "EMAIL", "destination": "j***@e***", "attribute": "email" } }""");

    private static Task<IResult> Handle(UsernameRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new ForgotPasswordCommand(body.Username ?? ""), cancellationToken).ToHttp(delivery => TypedResults.Json(CodeSentResponse.Of(delivery), statusCode: StatusCodes.Status202Accepted));
}
