namespace CognitoAuth.Api.Endpoints.Machine;

/// <summary><c>POST /v1/auth/client-token</c></summary>
public sealed class GetClientTokenEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/client-token", Handle)
        .WithName("GetClientToken").WithTags("Machine").WithSummary("Issues a machine-to-machine access token (client credentials).")
        .Runs<GetClientTokenCommand>()
        .Produces<MachineTokenResponse>()
        .ProducesErrors(AuthErrors.InvalidCredentials, AuthErrors.RejectedByTrigger, AuthErrors.TriggerFailed)
        .WithRequestExample("""{ "clientId": "2machine23456789", "clientSecret": "secret-of-the-client", "scopes": [ "orders/read" ] }""")
        .WithResponseExample("""{ "accessToken": "access-token", "tokenType": "Bearer", "expiresIn": 3600 }""");

    private static Task<IResult> Handle(GetClientTokenRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new GetClientTokenCommand(body.ClientId ?? "", body.ClientSecret ?? Secret.Empty) { Scopes = body.Scopes }, cancellationToken)
            .ToHttp(token => TypedResults.Ok(MachineTokenResponse.Of(token)));
}

/// <summary>The client credentials of a machine.</summary>
/// <param name="ClientId">The id of the machine's app client.</param>
/// <param name="ClientSecret">The app client's secret.</param>
/// <param name="Scopes">The scopes to request, such as <c>orders/read</c>; by default all scopes of the client.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record GetClientTokenRequest(string? ClientId, Secret? ClientSecret, IReadOnlyList<string>? Scopes, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>A machine-to-machine token (Cognito's <c>ClientAuthenticationResult</c>): it belongs to an app client, not to a user.</summary>
/// <param name="AccessToken">The token that APIs accept.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">The token's lifetime in seconds.</param>
[SchemaName("MachineToken")]
public sealed record MachineTokenResponse(Secret AccessToken, string TokenType, int ExpiresIn)
{
    internal static MachineTokenResponse Of(MachineToken token) => new(token.AccessToken, token.TokenType, token.ExpiresIn);
}
