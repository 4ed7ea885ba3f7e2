using System.ComponentModel.DataAnnotations;
using CognitoAuth.Application.Flows.Registration;

namespace CognitoAuth.Api.Endpoints.Registration;

/// <summary><c>POST /v1/auth/sign-up/confirm</c></summary>
public sealed class ConfirmSignUpEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-up/confirm", Handle)
        .WithName("ConfirmSignUp").WithTags("Sign-up").WithSummary("Confirms an account with its code.")
        .WithDescription("Where existence errors are hidden (the default), every failure that depends on the account is one `code_mismatch`.")
        .Runs<ConfirmSignUpCommand>()
        .Produces<ConfirmSignUpResponse>()
        .ProducesErrors(
            AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.RejectedByTrigger, AuthErrors.AliasTaken, AuthErrors.Conflict, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com", "code": "123456" }""")
        .WithResponseExample("""{ "status": "confirmed", "session": "session-that-signs-in-at-once" }""");

    private static async Task<IResult> Handle(ConfirmSignUpRequest body, IFlows flows, CancellationToken cancellationToken)
    {
        var command = new ConfirmSignUpCommand(body.Username ?? "", body.Code ?? Secret.Empty) { Session = body.Session };
        var result = await flows.Send(command, cancellationToken);
        return result.ToHttp(confirmed => TypedResults.Ok(new ConfirmSignUpResponse("confirmed", confirmed.Session)));
    }
}

/// <summary>The code of a new account.</summary>
/// <param name="Username">The name that signed up.</param>
/// <param name="Code">From the message.</param>
/// <param name="Session">From the sign-up's answer.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record ConfirmSignUpRequest(string? Username, Secret? Code, Secret? Session, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>A confirmed account.</summary>
/// <param name="Status"><c>confirmed</c>.</param>
/// <param name="Session">Lets the user sign in at once.</param>
public sealed record ConfirmSignUpResponse([property: AllowedValues("confirmed")] string Status, Secret? Session);
