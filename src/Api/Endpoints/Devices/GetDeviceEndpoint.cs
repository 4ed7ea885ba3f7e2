namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>GET /v1/me/devices/{key}</c></summary>
public sealed class GetDeviceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Get, "/v1/me/devices/{key}", (BearerToken bearer, string key) => new GetDeviceQuery(bearer.OrEmpty, key), (Device device) => DeviceResponse.Of(device))
        .WithName("GetDevice").WithTags("Devices").WithSummary("Returns one of the signed-in user's devices.")
        .ProducesErrors(AuthErrors.NotFound)
        .WithResponseExample("""{ "key": "us-east-1_0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", "name": "Jane's laptop", "remembered": true, "createdAt": "2026-01-31T09:00:00+00:00" }""");
}

/// <summary>A device that its user confirmed (Cognito's <c>DeviceType</c>).</summary>
/// <param name="Key">Cognito's id of the device; not a secret.</param>
/// <param name="Name">The user's name for the device.</param>
/// <param name="Remembered">Whether the user trusts the device; absent if Cognito does not report it.</param>
/// <param name="LastIp">The IP address of the last use that Cognito recorded.</param>
/// <param name="CreatedAt">When the device was confirmed.</param>
/// <param name="ModifiedAt">When the device was last changed.</param>
/// <param name="LastAuthenticatedAt">When the user last signed in with it.</param>
[SchemaName("Device")]
public sealed record DeviceResponse(
    string Key,
    string? Name,
    bool? Remembered,
    string? LastIp,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ModifiedAt,
    DateTimeOffset? LastAuthenticatedAt)
{
    internal static DeviceResponse Of(Device device) =>
        new(device.Key, device.Name, device.Remembered, device.LastIp, device.CreatedAt, device.ModifiedAt, device.LastAuthenticatedAt);
}
