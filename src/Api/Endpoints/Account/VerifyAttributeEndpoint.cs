namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>POST /v1/me/attributes/{name}/verify</c></summary>
public sealed class VerifyAttributeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/attributes/{name}/verify", Handle)
        .WithName("VerifyAttribute").WithTags("The signed-in user").WithSummary("Verifies the user's email or phone_number with the code that was sent to it.")
        .Runs<VerifyAttributeCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.AliasTaken, AuthErrors.AttemptsExceeded, AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "code": "123456" }""");

    private static Task<IResult> Handle([AllowedValues("email", "phone_number")] string name, BearerToken bearer, VerifyAttributeRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new VerifyAttributeCommand(bearer.OrEmpty, name, body.Code ?? Secret.Empty), cancellationToken).ToHttp();
}

/// <summary>Proof that an address belongs to the user.</summary>
/// <param name="Code">The code from the message.</param>
public sealed record VerifyAttributeRequest(Secret? Code);
