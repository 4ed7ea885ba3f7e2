namespace CognitoAuth.Api.Endpoints.Mfa;

/// <summary><c>POST /v1/me/mfa/totp/verify</c></summary>
public sealed class VerifyTotpEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/mfa/totp/verify", Handle)
        .WithName("VerifyTotp").WithTags("Factors").WithSummary("Registers the authenticator app with a code from it. Sign-ins use the app when the factor is enabled.")
        .Runs<VerifyTotpCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.MfaNotConfigured, AuthErrors.ReauthenticationRequired, AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "code": "123456", "deviceName": "Jane's phone" }""");

    private static Task<IResult> Handle(BearerToken bearer, VerifyTotpRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new VerifyTotpCommand(bearer.OrEmpty, body.Code ?? Secret.Empty) { DeviceName = body.DeviceName }, cancellationToken).ToHttp();
}

/// <summary>Proof that an authenticator app has the secret.</summary>
/// <param name="Code">The app's current code: 6 digits.</param>
/// <param name="DeviceName">The user's name for the app or its device.</param>
public sealed record VerifyTotpRequest(Secret? Code, string? DeviceName);
