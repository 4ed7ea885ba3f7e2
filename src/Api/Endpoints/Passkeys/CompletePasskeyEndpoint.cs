namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>POST /v1/me/passkeys/complete</c></summary>
public sealed class CompletePasskeyEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/passkeys/complete", Handle)
        .WithName("CompletePasskey").WithTags("Passkeys").WithSummary("Registers the passkey that the browser created.")
        .Runs<CompletePasskeyCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.PasskeyRejected, AuthErrors.ReauthenticationRequired, AuthErrors.AttemptsExceeded, AuthErrors.OutcomeUnknown)
        .WithRequestExample(
            """
            {
              "credential": {
                "id": "id-of-the-passkey",
                "rawId": "id-of-the-passkey",
                "type": "public-key",
                "response": { "clientDataJSON": "what-the-browser-says", "attestationObject": "what-the-authenticator-says" },
                "clientExtensionResults": {}
              }
            }
            """);

    private static Task<IResult> Handle(BearerToken bearer, CompletePasskeyRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new CompletePasskeyCommand(bearer.OrEmpty, body.Credential), cancellationToken).ToHttp();
}

/// <summary>A new passkey.</summary>
/// <param name="Credential">The browser's <c>RegistrationResponseJSON</c>: the result of <c>navigator.credentials.create</c> after <c>toJSON()</c>.</param>
public sealed record CompletePasskeyRequest([property: Required] JsonText? Credential);
