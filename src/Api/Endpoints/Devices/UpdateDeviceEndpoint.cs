using System.ComponentModel.DataAnnotations;
using CognitoAuth.Application.Flows.Devices;

namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>PUT /v1/me/devices/{key}</c></summary>
public sealed class UpdateDeviceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPut("/v1/me/devices/{key}", Handle)
        .WithName("UpdateDevice").WithTags("Devices").WithSummary("Remembers a device, or no longer. To remember one needs a recent sign-in.")
        .Runs<UpdateDeviceCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.ReauthenticationRequired, AuthErrors.NotFound)
        .WithRequestExample("""{ "remembered": true }""");

    private static Task<IResult> Handle(string key, BearerToken bearer, UpdateDeviceRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new UpdateDeviceCommand(bearer.OrEmpty, key, body.Remembered), cancellationToken).ToHttp();
}

/// <summary>What to change of a device.</summary>
/// <param name="Remembered">Whether the user trusts it.</param>
public sealed record UpdateDeviceRequest([property: Required] bool? Remembered);
