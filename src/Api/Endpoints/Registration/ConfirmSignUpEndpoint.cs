namespace CognitoAuth.Api.Endpoints.Registration;

/// <summary><c>POST /v1/auth/sign-up/confirm</c></summary>
public sealed class ConfirmSignUpEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-up/confirm", Handle)
        .WithName("ConfirmSignUp").WithTags("Sign-up").WithSummary("Confirms a new account with its code.")
        .WithDescription("Where existence errors are hidden (the default), every failure that depends on the account is reported as `code_mismatch`.")
        .Runs<ConfirmSignUpCommand>()
        .Produces<ConfirmSignUpResponse>()
        .ProducesErrors(
            AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.RejectedByTrigger, AuthErrors.AliasTaken, AuthErrors.Conflict, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com", "code": "123456" }""")
        .WithResponseExample("""{ "status": "confirmed", "session": "session-that-signs-in-at-once" }""");

    private static Task<IResult> Handle(ConfirmSignUpRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new ConfirmSignUpCommand(body.Username ?? "", body.Code ?? Secret.Empty) { Session = body.Session }, cancellationToken)
            .ToHttp(confirmed => TypedResults.Ok(new ConfirmSignUpResponse("confirmed", confirmed.Session)));
}

/// <summary>The confirmation of a new account.</summary>
/// <param name="Username">The username of the sign-up.</param>
/// <param name="Code">The code from the message.</param>
/// <param name="Session">The session from the response to the sign-up.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record ConfirmSignUpRequest(string? Username, Secret? Code, Secret? Session, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>A confirmed account.</summary>
/// <param name="Status"><c>confirmed</c>.</param>
/// <param name="Session">Signs the user in without a further credential.</param>
public sealed record ConfirmSignUpResponse([property: AllowedValues("confirmed")] string Status, Secret? Session);
