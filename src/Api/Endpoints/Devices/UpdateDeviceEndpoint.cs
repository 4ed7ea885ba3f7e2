namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>PUT /v1/me/devices/{key}</c></summary>
public sealed class UpdateDeviceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPut("/v1/me/devices/{key}", Handle)
        .WithName("UpdateDevice").WithTags("Devices").WithSummary("Marks a device as remembered or not. Marking it remembered requires a recent sign-in.")
        .Runs<UpdateDeviceCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.ReauthenticationRequired, AuthErrors.NotFound)
        .WithRequestExample("""{ "remembered": true }""");

    private static Task<IResult> Handle(string key, BearerToken bearer, UpdateDeviceRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new UpdateDeviceCommand(bearer.OrEmpty, key, body.Remembered), cancellationToken).ToHttp();
}

/// <summary>The change to a device.</summary>
/// <param name="Remembered">Whether the user trusts the device.</param>
public sealed record UpdateDeviceRequest([property: Required] bool? Remembered);
