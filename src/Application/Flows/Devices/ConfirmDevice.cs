namespace CognitoAuth.Application.Flows.Devices;

/// <summary>Confirms the device whose key the caller's sign-in returned. A confirmed device can prove itself and be remembered.</summary>
/// <param name="AccessToken">The bearer token from that sign-in.</param>
/// <param name="Key">The device.</param>
/// <param name="SecretVerifier">The SRP verifier of its secret.</param>
[Audited("device.changed", "device.change_failed")]
public sealed record ConfirmDeviceCommand(Secret AccessToken, string Key, DeviceSecretVerifier? SecretVerifier) : IProtectedFlow<DeviceConfirmation>
{
    /// <summary>The user's name for the device.</summary>
    public string? Name { get; init; }

    /// <summary>A remembered device can replace the second factor.</summary>
    public bool IsSensitive => true;
}

/// <summary>A confirmed device.</summary>
/// <param name="UserConfirmationNecessary">Whether it is remembered only after the user agrees.</param>
public sealed record DeviceConfirmation(bool UserConfirmationNecessary);

internal sealed class ConfirmDeviceValidator : AbstractValidator<ConfirmDeviceCommand>
{
    public ConfirmDeviceValidator()
    {
        RuleFor(command => command.Key).DeviceKey();
        RuleFor(command => command.Name).OptionalDeviceName();
        RuleFor(command => command.SecretVerifier!.Salt).Base64().OverridePropertyName("secretVerifier.salt").When(command => command.SecretVerifier is not null);
        RuleFor(command => command.SecretVerifier!.PasswordVerifier).Base64().OverridePropertyName("secretVerifier.passwordVerifier").When(command => command.SecretVerifier is not null);
        RuleFor(command => command.SecretVerifier).NotNull().WithMessage("It is required.");
    }
}

internal sealed class ConfirmDeviceHandler(ICognitoGateway cognito) : IFlowHandler<ConfirmDeviceCommand, DeviceConfirmation>
{
    public async Task<Result<DeviceConfirmation>> Handle(ConfirmDeviceCommand command, CancellationToken cancellationToken)
    {
        var confirmed = await cognito.ConfirmDevice(command.AccessToken, command.Key, command.Name, command.SecretVerifier!, cancellationToken);
        return confirmed.Map(userConfirmationNecessary => new DeviceConfirmation(userConfirmationNecessary));
    }
}
