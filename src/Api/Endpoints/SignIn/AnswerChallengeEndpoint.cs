namespace CognitoAuth.Api.Endpoints.SignIn;

/// <summary><c>POST /v1/auth/sign-in/challenge</c></summary>
public sealed class AnswerChallengeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-in/challenge", Handle)
        .WithName("AnswerChallenge").WithTags("Sign-in").WithSummary("Answers a challenge of a sign-in: returns tokens or the next challenge.")
        .WithDescription(
            """
            Send `name`, `session` and `username` back as they are in the challenge. The other required members depend on the name:

            | name | members |
            |---|---|
            | `SMS_MFA`, `SOFTWARE_TOKEN_MFA`, `EMAIL_OTP`, `SMS_OTP` | `code` |
            | `NEW_PASSWORD_REQUIRED` | `newPassword`, and `attributes` if the challenge names some |
            | `SELECT_MFA_TYPE` | `choice` |
            | `SELECT_CHALLENGE` | `choice`, and optionally `password`, `credential` or `srpA` to answer the chosen challenge too |
            | `PASSWORD` | `password` |
            | `PASSWORD_SRP` | `srpA` |
            | `PASSWORD_VERIFIER` | `srp` |
            | `MFA_SETUP` | none: the session comes from the verification of the authenticator |
            | `CUSTOM_CHALLENGE` | `answer` |
            | any other | `responses`: Cognito's own `ChallengeResponses` |
            """)
        .Runs<AnswerChallengeCommand>()
        .Produces<SignInResponse>()
        .ProducesErrors(
            AuthErrors.InvalidPassword, AuthErrors.PasswordReused, AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.MfaNotConfigured, AuthErrors.RejectedByTrigger,
            AuthErrors.InvalidCredentials, AuthErrors.InvalidSession, AuthErrors.AliasTaken, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed, AuthErrors.DeliveryFailed,
            AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "name": "SOFTWARE_TOKEN_MFA", "session": "session-of-the-challenge", "username": "jane", "code": "123456" }""", "code")
        .WithRequestExample("""{ "name": "NEW_PASSWORD_REQUIRED", "session": "session-of-the-challenge", "username": "jane", "newPassword": "Battery-Staple-8", "attributes": { "name": "Jane" } }""", "new_password")
        .WithRequestExample("""{ "name": "SELECT_CHALLENGE", "session": "session-of-the-challenge", "username": "jane", "choice": "PASSWORD", "password": "Correct-Horse-7" }""", "choice")
        .WithRequestExample(
            """
            {
              "name": "PASSWORD_VERIFIER",
              "username": "jane",
              "srp": { "signature": "c2lnbmF0dXJl", "secretBlock": "c2VjcmV0IGJsb2Nr", "timestamp": "Sat Jan 31 09:00:00 UTC 2026" }
            }
            """, "srp")
        .WithRequestExample("""{ "name": "CUSTOM_CHALLENGE", "session": "session-of-the-challenge", "username": "jane", "answer": "the answer" }""", "custom")
        .WithRequestExample("""{ "name": "A_CHALLENGE_TO_COME", "session": "session-of-the-challenge", "username": "jane", "responses": { "ANSWER": "the answer" } }""", "unknown")
        .WithResponseExample(SignInResponse.SignedInExample, "signed_in")
        .WithResponseExample(SignInResponse.ChallengeExample, "challenge");

    private static Task<IResult> Handle(AnswerChallengeRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new AnswerChallengeCommand(body.Name ?? "", body.Session, body.Username ?? "")
        {
            Code = body.Code,
            NewPassword = body.NewPassword,
            Attributes = body.Attributes,
            Choice = body.Choice,
            Password = body.Password,
            Credential = body.Credential,
            SrpA = body.SrpA,
            Srp = body.Srp?.ToProof(),
            Answer = body.Answer,
            Responses = body.Responses,
            DeviceKey = body.DeviceKey,
        }, cancellationToken).ToHttp(outcome => TypedResults.Ok(SignInResponse.Of(outcome)));
}

/// <summary>The answer to a challenge. Its members depend on the challenge.</summary>
/// <param name="Name">The challenge's name.</param>
/// <param name="Session">The session from the challenge.</param>
/// <param name="Username">The username from the challenge.</param>
/// <param name="Code">For <c>SMS_MFA</c>, <c>SOFTWARE_TOKEN_MFA</c>, <c>EMAIL_OTP</c>, <c>SMS_OTP</c>.</param>
/// <param name="NewPassword">For <c>NEW_PASSWORD_REQUIRED</c>.</param>
/// <param name="Attributes">For <c>NEW_PASSWORD_REQUIRED</c>: the attributes that the challenge names.</param>
/// <param name="Choice">For <c>SELECT_MFA_TYPE</c> and <c>SELECT_CHALLENGE</c>: one of the options.</param>
/// <param name="Password">For <c>PASSWORD</c>; also accepted with <c>SELECT_CHALLENGE</c>.</param>
/// <param name="Credential">The browser's <c>AuthenticationResponseJSON</c>, for <c>WEB_AUTHN</c>; also accepted with <c>SELECT_CHALLENGE</c>.</param>
/// <param name="SrpA">The client's public SRP value in hexadecimal, for <c>PASSWORD_SRP</c> and <c>DEVICE_SRP_AUTH</c>; also accepted with <c>SELECT_CHALLENGE</c>.</param>
/// <param name="Srp">For <c>PASSWORD_VERIFIER</c> and <c>DEVICE_PASSWORD_VERIFIER</c>.</param>
/// <param name="Answer">For <c>CUSTOM_CHALLENGE</c>.</param>
/// <param name="Responses">Cognito's <c>ChallengeResponses</c>, for challenges that have no member above.</param>
/// <param name="DeviceKey">The key of a confirmed device, for device challenges and <c>PASSWORD_VERIFIER</c>.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record AnswerChallengeRequest(
    string? Name,
    Secret? Session,
    string? Username,
    Secret? Code,
    Secret? NewPassword,
    IReadOnlyDictionary<string, string>? Attributes,
    string? Choice,
    Secret? Password,
    JsonText? Credential,
    string? SrpA,
    SrpProofRequest? Srp,
    Secret? Answer,
    IReadOnlyDictionary<string, Secret>? Responses,
    string? DeviceKey,
    IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>Proof that a client knows the password (Cognito's <c>PASSWORD_CLAIM_*</c>).</summary>
/// <param name="Signature">The signature in Base64.</param>
/// <param name="SecretBlock">The secret block from the challenge, unchanged.</param>
/// <param name="Timestamp">The signed time: <c>Mon Jan 2 15:04:05 UTC 2006</c>.</param>
[SchemaName("SrpProof")]
public sealed record SrpProofRequest([property: Required] Secret? Signature, [property: Required] Secret? SecretBlock, [property: Required] string? Timestamp)
{
    internal SrpProof ToProof() => new(Signature, SecretBlock, Timestamp);
}
