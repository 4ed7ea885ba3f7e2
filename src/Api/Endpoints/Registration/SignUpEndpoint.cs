using System.Text.Json.Serialization;

namespace CognitoAuth.Api.Endpoints.Registration;

/// <summary><c>POST /v1/auth/sign-up</c></summary>
public sealed class SignUpEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-up", Handle)
        .WithName("SignUp").WithTags("Sign-up").WithSummary("Creates an account and sends its confirmation code.")
        .WithDescription("Where existence errors are hidden (the default), the response is the same for a new and for a taken username: `confirmation_required` without `session` and `userId`.")
        .Runs<SignUpCommand>()
        .Produces<SignUpResponse>(StatusCodes.Status202Accepted)
        .ProducesErrors(
            AuthErrors.InvalidPassword, AuthErrors.RejectedByTrigger, AuthErrors.UsernameTaken, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed, AuthErrors.DeliveryFailed,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com", "password": "Correct-Horse-7", "attributes": { "email": "jane@example.com", "name": "Jane" } }""")
        .WithResponseExample("""{ "status": "confirmation_required", "delivery": { "medium": "EMAIL", "destination": "j***@e***", "attribute": "email" } }""", "confirmation_required")
        .WithResponseExample("""{ "status": "confirmed", "userId": "7d8ca528-4931-4254-9273-ea5ee853f271" }""", "confirmed");

    private static Task<IResult> Handle(SignUpRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new SignUpCommand(body.Username ?? "", body.Password ?? Secret.Empty) { Attributes = body.Attributes, ValidationData = body.ValidationData }, cancellationToken)
            .ToHttp(outcome => TypedResults.Json(SignUpResponse.Of(outcome), statusCode: StatusCodes.Status202Accepted));
}

/// <summary>A new account.</summary>
/// <param name="Username">The username: 1 to 128 characters without spaces.</param>
/// <param name="Password">The password; it must meet the pool's policy.</param>
/// <param name="Attributes">User attributes by name.</param>
/// <param name="ValidationData">Passed to the pool's pre sign-up trigger.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record SignUpRequest(
    string? Username,
    Secret? Password,
    IReadOnlyDictionary<string, string>? Attributes,
    IReadOnlyDictionary<string, string>? ValidationData,
    IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>The outcome of a sign-up, identified by <c>status</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "status")]
[JsonDerivedType(typeof(ConfirmationRequiredResponse), "confirmation_required")]
[JsonDerivedType(typeof(SignUpConfirmedResponse), "confirmed")]
public abstract record SignUpResponse
{
    internal static SignUpResponse Of(SignUpOutcome outcome) => outcome switch
    {
        SignUpOutcome.ConfirmationRequired required => new ConfirmationRequiredResponse(CodeDeliveryResponse.Of(required.Delivery), required.Session, required.UserId),
        SignUpOutcome.Confirmed confirmed => new SignUpConfirmedResponse(confirmed.UserId),
        _ => throw new InvalidOperationException($"No response for {outcome.GetType().Name}."),
    };
}

/// <summary>The account must be confirmed with a code.</summary>
/// <param name="Delivery">Where the code was sent.</param>
/// <param name="Session">When sent with the confirmation, its response has a session that signs the user in.</param>
/// <param name="UserId">The new user's <c>sub</c>; present only where existence errors are revealed.</param>
public sealed record ConfirmationRequiredResponse(CodeDeliveryResponse Delivery, Secret? Session, string? UserId) : SignUpResponse;

/// <summary>The pool confirmed the account immediately.</summary>
/// <param name="UserId">The new user's <c>sub</c>.</param>
public sealed record SignUpConfirmedResponse(string UserId) : SignUpResponse;
