namespace CognitoAuth.Api.Endpoints.SignIn;

/// <summary><c>POST /v1/auth/sign-in/totp/verify</c></summary>
public sealed class VerifyTotpInSignInEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-in/totp/verify", Handle)
        .WithName("VerifyTotpInSignIn").WithTags("Sign-in").WithSummary("Registers the authenticator app with its first code. Answer the challenge MFA_SETUP with the returned session.")
        .Runs<VerifyTotpInSignInCommand>()
        .Produces<VerifyTotpInSignInResponse>()
        .ProducesErrors(AuthErrors.CodeMismatch, AuthErrors.InvalidSession, AuthErrors.MfaNotConfigured, AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "session": "session-for-the-verification", "code": "123456", "deviceName": "Jane's phone" }""")
        .WithResponseExample("""{ "session": "session-that-answers-mfa-setup" }""");

    private static Task<IResult> Handle(VerifyTotpInSignInRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new VerifyTotpInSignInCommand(body.Session ?? Secret.Empty, body.Code ?? Secret.Empty) { DeviceName = body.DeviceName }, cancellationToken).ToHttp(session => TypedResults.Ok(new VerifyTotpInSignInResponse(session)));
}

/// <summary>The first code from an authenticator app.</summary>
/// <param name="Session">The session from the set-up.</param>
/// <param name="Code">The app's code: 6 digits.</param>
/// <param name="DeviceName">The user's name for the authenticator.</param>
public sealed record VerifyTotpInSignInRequest(Secret? Session, Secret? Code, string? DeviceName);

/// <summary>The authenticator is registered.</summary>
/// <param name="Session">The session with which to answer the challenge <c>MFA_SETUP</c>.</param>
public sealed record VerifyTotpInSignInResponse(Secret Session);
