namespace CognitoAuth.Application.Flows.Devices;

/// <summary>Forgets one of the signed-in user's devices. Its refresh tokens end, and at its next sign-in it is a new device.</summary>
/// <remarks>Not sensitive: it only removes trust, and a user who lost a device must be able to forget it.</remarks>
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
