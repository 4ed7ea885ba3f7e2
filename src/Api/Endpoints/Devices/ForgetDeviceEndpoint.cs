using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Devices;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>DELETE /v1/me/devices/{key}</c></summary>
public sealed class ForgetDeviceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapDelete("/v1/me/devices/{key}", Handle)
        .WithName("ForgetDevice").WithTags("Devices").WithSummary("Forgets a device: its refresh tokens end, and it is a new one at its next sign-in.")
        .Runs<ForgetDeviceCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.NotFound);

    private static async Task<IResult> Handle(string key, BearerToken bearer, IFlows flows, CancellationToken cancellationToken)
    {
        var result = await flows.Send(new ForgetDeviceCommand(bearer.OrEmpty, key), cancellationToken);
        return result.ToHttp();
    }
}
