using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Machine;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Machine;

/// <summary><c>POST /v1/auth/client-token</c></summary>
public sealed class GetClientTokenEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/client-token", Handle)
        .WithName("GetClientToken").WithTags("Machine").WithSummary("Gives a machine an access token for the secret of its app client.")
        .Runs<GetClientTokenCommand>()
        .Produces<MachineToken>()
        .ProducesErrors(AuthErrors.InvalidCredentials, AuthErrors.RejectedByTrigger, AuthErrors.TriggerFailed)
        .WithRequestExample("""{ "clientId": "2machine23456789", "clientSecret": "secret-of-the-client", "scopes": [ "orders/read" ] }""")
        .WithResponseExample("""{ "accessToken": "access-token", "tokenType": "Bearer", "expiresIn": 3600 }""");

    private static async Task<IResult> Handle(GetClientTokenRequest body, IFlows flows, CancellationToken cancellationToken)
    {
        var command = new GetClientTokenCommand(body.ClientId ?? "", body.ClientSecret ?? Secret.Empty) { Scopes = body.Scopes };
        var result = await flows.Send(command, cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}

/// <summary>A machine that wants a token.</summary>
/// <param name="ClientId">Its app client.</param>
/// <param name="ClientSecret">The app client's secret.</param>
/// <param name="Scopes">What to ask for, such as <c>orders/read</c>; without any, all that the client has.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record GetClientTokenRequest(string? ClientId, Secret? ClientSecret, IReadOnlyList<string>? Scopes, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;
