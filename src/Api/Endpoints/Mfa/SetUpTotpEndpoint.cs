namespace CognitoAuth.Api.Endpoints.Mfa;

/// <summary><c>POST /v1/me/mfa/totp</c></summary>
public sealed class SetUpTotpEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Post, "/v1/me/mfa/totp", (BearerToken bearer) => new SetUpTotpCommand(bearer.OrEmpty), (TotpSetup setup) => SetUpTotpResponse.Of(setup))
        .WithName("SetUpTotp").WithTags("Factors").WithSummary("Returns a new secret for an authenticator app. It takes effect when a code from the app is verified.")
        .ProducesErrors(AuthErrors.MfaNotConfigured, AuthErrors.ReauthenticationRequired, AuthErrors.Conflict)
        .WithResponseExample("""{ "secret": "AUTHENTICATORSECRET", "otpauthUri": "otpauth://totp/CognitoAuth:jane?secret=AUTHENTICATORSECRET&issuer=CognitoAuth" }""");
}

/// <summary>The secret to enter into an authenticator app.</summary>
/// <param name="Secret">The secret in Base32, to type in.</param>
/// <param name="OtpauthUri">The same secret as a URI, to show as a QR code.</param>
public sealed record SetUpTotpResponse(Secret Secret, Secret OtpauthUri)
{
    internal static SetUpTotpResponse Of(TotpSetup setup) => new(setup.Secret, setup.OtpauthUri);
}
