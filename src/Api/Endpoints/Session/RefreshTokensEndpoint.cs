namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>POST /v1/auth/token/refresh</c></summary>
public sealed class RefreshTokensEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/token/refresh", Handle)
        .WithName("RefreshTokens").WithTags("Session").WithSummary("Exchanges a refresh token for new tokens.")
        .WithDescription("If the pool rotates refresh tokens, the response has a new one, and the one that was sent is no longer valid: using it again ends its session.")
        .Runs<RefreshTokensCommand>()
        .Produces<RefreshTokensResponse>()
        .ProducesErrors(
            AuthErrors.RejectedByTrigger, AuthErrors.InvalidRefreshToken, AuthErrors.RefreshTokenReused, AuthErrors.TriggerFailed, AuthErrors.OutcomeUnknown,
            AuthErrors.RevocationUnavailable)
        .WithRequestExample("""{ "refreshToken": "refresh-token" }""")
        .WithResponseExample("""{ "tokens": { "accessToken": "access-token", "idToken": "id-token", "tokenType": "Bearer", "expiresIn": 3600 } }""")
        .WithResponseExample("""{ "tokens": { "accessToken": "access-token", "idToken": "id-token", "refreshToken": "next-refresh-token", "tokenType": "Bearer", "expiresIn": 3600 } }""", "rotated");

    private static Task<IResult> Handle(RefreshTokensRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new RefreshTokensCommand(body.RefreshToken ?? Secret.Empty) { DeviceKey = body.DeviceKey }, cancellationToken)
            .ToHttp(tokens => TypedResults.Ok(new RefreshTokensResponse(TokenSetResponse.Of(tokens))));
}

/// <summary>A request for new tokens.</summary>
/// <param name="RefreshToken">The refresh token from the sign-in, or from the last refresh that rotated it.</param>
/// <param name="DeviceKey">The key of the session's remembered device.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record RefreshTokensRequest(Secret? RefreshToken, string? DeviceKey, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>New tokens.</summary>
/// <param name="Tokens">The new tokens. They include a refresh token only if it was rotated; then the one that was sent is no longer valid.</param>
public sealed record RefreshTokensResponse(TokenSetResponse Tokens);
