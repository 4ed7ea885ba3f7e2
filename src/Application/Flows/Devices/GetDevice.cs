namespace CognitoAuth.Application.Flows.Devices;

/// <summary>Returns one of the signed-in user's devices.</summary>
public sealed record GetDeviceQuery(Secret AccessToken, string Key) : IProtectedFlow<Device>;

internal sealed class GetDeviceValidator : AbstractValidator<GetDeviceQuery>
{
    public GetDeviceValidator() => RuleFor(query => query.Key).DeviceKey();
}

internal sealed class GetDeviceHandler(ICognitoGateway cognito) : IFlowHandler<GetDeviceQuery, Device>
{
    public Task<Result<Device>> Handle(GetDeviceQuery query, CancellationToken cancellationToken) => cognito.GetDevice(query.AccessToken, query.Key, cancellationToken);
}
