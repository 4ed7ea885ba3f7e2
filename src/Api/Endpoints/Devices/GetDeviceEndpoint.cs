using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Devices;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>GET /v1/me/devices/{key}</c></summary>
public sealed class GetDeviceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapGet("/v1/me/devices/{key}", Handle)
        .WithName("GetDevice").WithTags("Devices").WithSummary("Answers one of the signed-in user's devices.")
        .Runs<GetDeviceQuery>()
        .Produces<Device>()
        .ProducesErrors(AuthErrors.NotFound)
        .WithResponseExample("""{ "key": "us-east-1_0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "name": "Jane's laptop", "remembered": true, "createdAt": "2026-01-31T09:00:00+00:00" }""");

    private static async Task<IResult> Handle(string key, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new GetDeviceQuery(bearer.OrEmpty, key), cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}
