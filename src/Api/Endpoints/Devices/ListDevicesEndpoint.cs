using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Devices;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>GET /v1/me/devices</c></summary>
public sealed class ListDevicesEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapGet("/v1/me/devices", Handle)
        .WithName("ListDevices").WithTags("Devices").WithSummary("Lists the devices that the signed-in user confirmed.")
        .Runs<ListDevicesQuery>()
        .Produces<DevicePage>()
        .ProducesErrors(AuthErrors.MalformedRequest, AuthErrors.NotFound)
        .WithResponseExample("""{ "devices": [ { "key": "us-east-1_0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "name": "Jane's laptop", "remembered": true, "createdAt": "2026-01-31T09:00:00+00:00" } ] }""");

    private static async Task<IResult> Handle(int? limit, string? nextToken, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new ListDevicesQuery(bearer.OrEmpty) { Limit = limit, NextToken = nextToken }, cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}
