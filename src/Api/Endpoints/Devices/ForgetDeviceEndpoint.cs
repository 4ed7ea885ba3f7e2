namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>DELETE /v1/me/devices/{key}</c></summary>
public sealed class ForgetDeviceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Delete, "/v1/me/devices/{key}", (BearerToken bearer, string key) => new ForgetDeviceCommand(bearer.OrEmpty, key))
        .WithName("ForgetDevice").WithTags("Devices").WithSummary("Forgets a device: its refresh tokens are revoked, and its next sign-in is that of a new device.")
        .ProducesErrors(AuthErrors.NotFound);
}
