using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Mfa;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Mfa;

/// <summary><c>GET /v1/me/factors</c></summary>
public sealed class GetFactorsEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapGet("/v1/me/factors", Handle)
        .WithName("GetFactors").WithTags("Factors").WithSummary("Answers what the signed-in user can sign in with.")
        .Runs<GetFactorsQuery>()
        .Produces<UserFactors>()
        .WithResponseExample("""{ "preferredMfa": "SOFTWARE_TOKEN_MFA", "mfa": ["SOFTWARE_TOKEN_MFA"], "factors": ["PASSWORD", "SOFTWARE_TOKEN"] }""");

    private static async Task<IResult> Handle(BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new GetFactorsQuery(bearer.OrEmpty), cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}
