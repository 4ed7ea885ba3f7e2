using CognitoAuth.Application.Flows.Machine;

namespace CognitoAuth.Api.Endpoints.Machine;

/// <summary><c>POST /v1/auth/client-token</c></summary>
public sealed class GetClientTokenEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/client-token", Handle)
        .WithName("GetClientToken").WithTags("Machine").WithSummary("Gives a machine an access token for the secret of its app client.")
        .Runs<GetClientTokenCommand>()
        .Produces<MachineTokenResponse>()
        .ProducesErrors(AuthErrors.InvalidCredentials, AuthErrors.RejectedByTrigger, AuthErrors.TriggerFailed)
        .WithRequestExample("""{ "clientId": "2machine23456789", "clientSecret": "secret-of-the-client", "scopes": [ "orders/read" ] }""")
        .WithResponseExample("""{ "accessToken": "access-token", "tokenType": "Bearer", "expiresIn": 3600 }""");

    private static async Task<IResult> Handle(GetClientTokenRequest body, IFlows flows, CancellationToken cancellationToken)
    {
        var command = new GetClientTokenCommand(body.ClientId ?? "", body.ClientSecret ?? Secret.Empty) { Scopes = body.Scopes };
        var result = await flows.Send(command, cancellationToken);
        return result.ToHttp(token => TypedResults.Ok(MachineTokenResponse.Of(token)));
    }
}

/// <summary>A machine that wants a token.</summary>
/// <param name="ClientId">Its app client.</param>
/// <param name="ClientSecret">The app client's secret.</param>
/// <param name="Scopes">What to ask for, such as <c>orders/read</c>; without any, all that the client has.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record GetClientTokenRequest(string? ClientId, Secret? ClientSecret, IReadOnlyList<string>? Scopes, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>The token of a machine (Cognito's <c>ClientAuthenticationResult</c>): of an app client, without a user.</summary>
/// <param name="AccessToken">For APIs.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">Its life in seconds.</param>
[SchemaName("MachineToken")]
public sealed record MachineTokenResponse(Secret AccessToken, string TokenType, int ExpiresIn)
{
    internal static MachineTokenResponse Of(MachineToken token) => new(token.AccessToken, token.TokenType, token.ExpiresIn);
}
