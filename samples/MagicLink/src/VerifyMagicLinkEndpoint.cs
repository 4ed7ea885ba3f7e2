using Carter;
using CognitoAuth.Api.Endpoints.SignIn;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace MagicLink;

/// <summary><c>POST /v1/auth/magic-link/verify</c></summary>
public sealed class VerifyMagicLinkEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/magic-link/verify", Handle)
        .WithName("VerifyMagicLink").WithTags("Sign-in").WithSummary("Signs in the user who opened the link.")
        .Runs<VerifyMagicLinkCommand>()
        .Produces<SignInResponse>()
        .ProducesErrors(MagicLinkErrors.Invalid, AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "token": "id-of-the-link.secret-of-the-link" }""")
        .WithResponseExample("""{ "status": "signed_in", "tokens": { "accessToken": "access-token", "idToken": "id-token", "refreshToken": "refresh-token", "tokenType": "Bearer", "expiresIn": 3600 } }""");

    private static Task<IResult> Handle(VerifyMagicLinkRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new VerifyMagicLinkCommand(body.Token ?? Secret.Empty), cancellationToken).ToHttp(outcome => TypedResults.Ok(SignInResponse.Of(outcome)));
}

/// <summary>An opened link.</summary>
/// <param name="Token">The part of the link behind the <c>#</c>.</param>
public sealed record VerifyMagicLinkRequest(Secret? Token);
