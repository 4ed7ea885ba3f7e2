using System.Text.Json;
using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>POST /v1/me/passkeys/start</c></summary>
public sealed class StartPasskeyEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/passkeys/start", Handle)
        .WithName("StartPasskey").WithTags("Passkeys").WithSummary("Starts a new passkey: answers what the browser needs to make one.")
        .Runs<StartPasskeyCommand>()
        .Produces<StartPasskeyResponse>()
        .ProducesErrors(AuthErrors.ReauthenticationRequired, AuthErrors.AttemptsExceeded)
        .WithResponseExample(
            """
            {
              "credentialCreationOptions": {
                "rp": { "id": "example.com", "name": "example.com" },
                "user": { "id": "aWQtb2YtdGhlLXVzZXI", "name": "jane@example.com", "displayName": "jane@example.com" },
                "challenge": "challenge-of-this-registration",
                "pubKeyCredParams": [ { "type": "public-key", "alg": -7 } ]
              }
            }
            """);

    private static async Task<IResult> Handle(BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new StartPasskeyCommand(bearer.OrEmpty), cancellationToken);
        return result.ToHttp(options => TypedResults.Ok(new StartPasskeyResponse(options)));
    }
}

/// <summary>What the browser needs to make a passkey.</summary>
/// <param name="CredentialCreationOptions">WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>: for <c>PublicKeyCredential.parseCreationOptionsFromJSON</c>, then <c>navigator.credentials.create</c>.</param>
public sealed record StartPasskeyResponse(JsonElement CredentialCreationOptions);
