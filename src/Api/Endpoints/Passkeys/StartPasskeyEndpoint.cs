namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>POST /v1/me/passkeys/start</c></summary>
public sealed class StartPasskeyEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Post, "/v1/me/passkeys/start", (BearerToken bearer) => new StartPasskeyCommand(bearer.OrEmpty), (JsonText options) => StartPasskeyResponse.Of(options))
        .WithName("StartPasskey").WithTags("Passkeys").WithSummary("Starts the registration of a passkey: returns the options for the browser.")
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
}

/// <summary>The options with which the browser creates a passkey.</summary>
/// <param name="CredentialCreationOptions">WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>: for <c>PublicKeyCredential.parseCreationOptionsFromJSON</c>, then <c>navigator.credentials.create</c>.</param>
public sealed record StartPasskeyResponse(JsonText CredentialCreationOptions)
{
    internal static StartPasskeyResponse Of(JsonText options) => new(options);
}
