namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>GET /v1/me/devices</c></summary>
public sealed class ListDevicesEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(
            HttpMethods.Get,
            "/v1/me/devices",
            (BearerToken bearer, int? limit, string? nextToken) => new ListDevicesQuery(bearer.OrEmpty) { Limit = limit, NextToken = nextToken },
            (DevicePage page) => DevicePageResponse.Of(page))
        .WithName("ListDevices").WithTags("Devices").WithSummary("Lists the devices that the signed-in user confirmed.")
        .ProducesErrors(AuthErrors.MalformedRequest, AuthErrors.NotFound)
        .WithResponseExample("""{ "devices": [ { "key": "us-east-1_0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "name": "Jane's laptop", "remembered": true, "createdAt": "2026-01-31T09:00:00+00:00" } ] }""");
}

/// <summary>A page of a user's devices.</summary>
/// <param name="Devices">The devices.</param>
/// <param name="NextToken">Requests the next page; absent on the last page.</param>
[SchemaName("DevicePage")]
public sealed record DevicePageResponse(IReadOnlyList<DeviceResponse> Devices, string? NextToken)
{
    internal static DevicePageResponse Of(DevicePage page) => new([.. page.Devices.Select(DeviceResponse.Of)], page.NextToken);
}
