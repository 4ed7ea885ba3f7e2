namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>POST /v1/me/attributes/{name}/send-code</c></summary>
public sealed class SendAttributeCodeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(
            HttpMethods.Post,
            "/v1/me/attributes/{name}/send-code",
            (BearerToken bearer, [AllowedValues("email", "phone_number")] string name) => new SendAttributeCodeCommand(bearer.OrEmpty, name),
            (CodeDelivery delivery) => CodeSentResponse.Of(delivery),
            StatusCodes.Status202Accepted)
        .WithName("SendAttributeCode").WithTags("The signed-in user").WithSummary("Sends a code that verifies the user's email or phone_number.")
        .ProducesErrors(AuthErrors.RejectedByTrigger, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed, AuthErrors.DeliveryFailed, AuthErrors.OutcomeUnknown)
        .WithResponseExample("""{ "delivery": { "medium": "EMAIL", "destination": "j***@e***", "attribute": "email" } }""");
}
