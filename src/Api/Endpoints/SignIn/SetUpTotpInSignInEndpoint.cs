namespace CognitoAuth.Api.Endpoints.SignIn;

/// <summary><c>POST /v1/auth/sign-in/totp</c></summary>
public sealed class SetUpTotpInSignInEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-in/totp", Handle)
        .WithName("SetUpTotpInSignIn").WithTags("Sign-in").WithSummary("Returns a secret for an authenticator app, for the challenge MFA_SETUP.")
        .Runs<SetUpTotpInSignInCommand>()
        .Produces<SetUpTotpInSignInResponse>()
        .ProducesErrors(AuthErrors.MfaNotConfigured, AuthErrors.InvalidSession, AuthErrors.Conflict)
        .WithRequestExample("""{ "session": "session-of-the-challenge", "username": "jane" }""")
        .WithResponseExample(
            """
            {
              "secret": "AUTHENTICATORSECRET",
              "otpauthUri": "otpauth://totp/CognitoAuth:jane?secret=AUTHENTICATORSECRET&issuer=CognitoAuth",
              "session": "session-for-the-verification"
            }
            """);

    private static Task<IResult> Handle(SetUpTotpInSignInRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new SetUpTotpInSignInCommand(body.Session ?? Secret.Empty, body.Username ?? ""), cancellationToken).ToHttp(started => TypedResults.Ok(new SetUpTotpInSignInResponse(started.Setup.Secret, started.Setup.OtpauthUri, started.Session)));
}

/// <summary>A request for a secret.</summary>
/// <param name="Session">The session from the challenge.</param>
/// <param name="Username">The username from the challenge.</param>
public sealed record SetUpTotpInSignInRequest(Secret? Session, string? Username);

/// <summary>The secret to enter into an authenticator app, and the session that continues the sign-in.</summary>
/// <param name="Secret">The secret in Base32, to type in.</param>
/// <param name="OtpauthUri">The same secret as a URI, to show as a QR code.</param>
/// <param name="Session">The session for the verification.</param>
public sealed record SetUpTotpInSignInResponse(Secret Secret, Secret OtpauthUri, Secret Session);
