using CognitoAuth.Application.Flows.SignIn;

namespace CognitoAuth.Api.Endpoints.SignIn;

/// <summary><c>POST /v1/auth/sign-in/totp</c></summary>
public sealed class SetUpTotpInSignInEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-in/totp", Handle)
        .WithName("SetUpTotpInSignIn").WithTags("Sign-in").WithSummary("Gives a user with the challenge MFA_SETUP a secret for an authenticator app.")
        .Runs<SetUpTotpInSignInCommand>()
        .Produces<SetUpTotpInSignInResponse>()
        .ProducesErrors(AuthErrors.MfaNotConfigured, AuthErrors.InvalidSession, AuthErrors.Conflict)
        .WithRequestExample("""{ "session": "session-of-the-challenge-before", "username": "jane" }""")
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

/// <summary>Asks for a secret.</summary>
/// <param name="Session">From the challenge.</param>
/// <param name="Username">From the challenge.</param>
public sealed record SetUpTotpInSignInRequest(Secret? Session, string? Username);

/// <summary>What an authenticator app must be told, and how the sign-in goes on.</summary>
/// <param name="Secret">In Base32, to type in.</param>
/// <param name="OtpauthUri">The same as a URI, to show as a QR code.</param>
/// <param name="Session">For the verification.</param>
public sealed record SetUpTotpInSignInResponse(Secret Secret, Secret OtpauthUri, Secret Session);
