using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Mfa;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Mfa;

/// <summary><c>POST /v1/me/mfa/totp</c></summary>
public sealed class SetUpTotpEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/mfa/totp", Handle)
        .WithName("SetUpTotp").WithTags("Factors").WithSummary("Gives the user a new secret for an authenticator app; it counts once a code of it was verified.")
        .Runs<SetUpTotpCommand>()
        .Produces<SetUpTotpResponse>()
        .ProducesErrors(AuthErrors.MfaNotConfigured, AuthErrors.ReauthenticationRequired, AuthErrors.Conflict)
        .WithResponseExample("""{ "secret": "AUTHENTICATORSECRET", "otpauthUri": "otpauth://totp/CognitoAuth:jane?secret=AUTHENTICATORSECRET&issuer=CognitoAuth" }""");

    private static async Task<IResult> Handle(BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new SetUpTotpCommand(bearer.OrEmpty), cancellationToken);
        return result.ToHttp(setup => TypedResults.Ok(new SetUpTotpResponse(setup.Secret, setup.OtpauthUri)));
    }
}

/// <summary>What an authenticator app must be told.</summary>
/// <param name="Secret">In Base32, to type in.</param>
/// <param name="OtpauthUri">The same as a URI, to show as a QR code.</param>
public sealed record SetUpTotpResponse(Secret Secret, Secret OtpauthUri);
