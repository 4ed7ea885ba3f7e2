namespace CognitoAuth.Application.Flows.Devices;

/// <summary>Marks one of the signed-in user's devices as remembered or not remembered.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Key">The device.</param>
/// <param name="Remembered">Whether the user trusts it.</param>
[Audited("device.changed", "device.change_failed")]
public sealed record UpdateDeviceCommand(Secret AccessToken, string Key, bool? Remembered) : IProtectedFlow<Success>
{
    /// <summary>A remembered device can replace the second factor. The reverse only makes sign-ins safer.</summary>
    public bool IsSensitive => Remembered is true;
}

internal sealed class UpdateDeviceValidator : AbstractValidator<UpdateDeviceCommand>
{
    public UpdateDeviceValidator()
    {
        RuleFor(command => command.Key).DeviceKey();
        RuleFor(command => command.Remembered).NotNull().WithMessage("It must be true or false.");
    }
}

internal sealed class UpdateDeviceHandler(ICognitoGateway cognito) : IFlowHandler<UpdateDeviceCommand, Success>
{
    public Task<Result<Success>> Handle(UpdateDeviceCommand command, CancellationToken cancellationToken) =>
        cognito.UpdateDeviceStatus(command.AccessToken, command.Key, command.Remembered is true, cancellationToken);
}
