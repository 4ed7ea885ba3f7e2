using CognitoAuth.Application.Flows.Session;

namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>POST /v1/auth/token/refresh</c></summary>
public sealed class RefreshTokensEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/token/refresh", Handle)
        .WithName("RefreshTokens").WithTags("Session").WithSummary("Exchanges a refresh token for new tokens.")
        .WithDescription("Where the pool rotates refresh tokens, the answer has a new one and the one that was sent is used up: using it again ends its session.")
        .Runs<RefreshTokensCommand>()
        .Produces<RefreshTokensResponse>()
        .ProducesErrors(
            AuthErrors.RejectedByTrigger, AuthErrors.InvalidRefreshToken, AuthErrors.RefreshTokenReused, AuthErrors.TriggerFailed, AuthErrors.OutcomeUnknown,
            AuthErrors.RevocationUnavailable)
        .WithRequestExample("""{ "refreshToken": "refresh-token" }""")
        .WithResponseExample("""{ "tokens": { "accessToken": "access-token", "idToken": "id-token", "tokenType": "Bearer", "expiresIn": 3600 } }""")
        .WithResponseExample("""{ "tokens": { "accessToken": "access-token", "idToken": "id-token", "refreshToken": "next-refresh-token", "tokenType": "Bearer", "expiresIn": 3600 } }""", "rotated");

    private static async Task<IResult> Handle(RefreshTokensRequest body, IFlows flows, CancellationToken cancellationToken)
    {
        var command = new RefreshTokensCommand(body.RefreshToken ?? Secret.Empty) { DeviceKey = body.DeviceKey };
        var result = await flows.Send(command, cancellationToken);
        return result.ToHttp(tokens => TypedResults.Ok(new RefreshTokensResponse(TokenSetResponse.Of(tokens))));
    }
}

/// <summary>Asks for new tokens.</summary>
/// <param name="RefreshToken">From the sign-in, or from the last refresh that rotated it.</param>
/// <param name="DeviceKey">The session's remembered device.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record RefreshTokensRequest(Secret? RefreshToken, string? DeviceKey, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>New tokens.</summary>
/// <param name="Tokens">With a refresh token only where it rotated: then the one that was sent is used up.</param>
public sealed record RefreshTokensResponse(TokenSetResponse Tokens);
