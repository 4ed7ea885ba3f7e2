namespace CognitoAuth.Application.Flows.Devices;

/// <summary>Forgets one of the signed-in user's devices: its refresh tokens end, and it is a new one at its next sign-in.</summary>
/// <remarks>Not sensitive: it takes trust away, and a user who has lost a device should not be kept from it.</remarks>
[Audited("device.changed", "device.change_failed")]
public sealed record ForgetDeviceCommand(Secret AccessToken, string Key) : IProtectedFlow<Success>;

internal sealed class ForgetDeviceValidator : AbstractValidator<ForgetDeviceCommand>
{
    public ForgetDeviceValidator() => RuleFor(command => command.Key).DeviceKey();
}

internal sealed class ForgetDeviceHandler(ICognitoGateway cognito) : IFlowHandler<ForgetDeviceCommand, Success>
{
    public Task<Result<Success>> Handle(ForgetDeviceCommand command, CancellationToken cancellationToken) => cognito.ForgetDevice(command.AccessToken, command.Key, cancellationToken);
}
