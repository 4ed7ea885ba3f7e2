using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The operations on devices.</summary>
internal sealed partial class FakeCognitoGateway
{
    public Func<string?, DeviceSecretVerifier, Result<bool>>? ConfirmDevice { get; set; }

    public Func<int?, string?, Result<DevicePage>>? ListDevices { get; set; }

    public Func<string, Result<Device>>? GetDevice { get; set; }

    public Func<bool, Result<Success>>? UpdateDeviceStatus { get; set; }

    public Func<string, Result<Success>>? ForgetDevice { get; set; }

    Task<Result<bool>> ICognitoGateway.ConfirmDevice(Secret accessToken, string deviceKey, string? name, DeviceSecretVerifier verifier, CancellationToken cancellationToken)
    {
        calls.Add($"ConfirmDevice {accessToken.Reveal()} {deviceKey}");
        return Task.FromResult(Expected(ConfirmDevice)(name, verifier));
    }

    Task<Result<DevicePage>> ICognitoGateway.ListDevices(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken)
    {
        calls.Add($"ListDevices {accessToken.Reveal()}");
        return Task.FromResult(Expected(ListDevices)(limit, nextToken));
    }

    Task<Result<Device>> ICognitoGateway.GetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken)
    {
        calls.Add($"GetDevice {accessToken.Reveal()} {deviceKey}");
        return Task.FromResult(Expected(GetDevice)(deviceKey));
    }

    Task<Result<Success>> ICognitoGateway.UpdateDeviceStatus(Secret accessToken, string deviceKey, bool remembered, CancellationToken cancellationToken)
    {
        calls.Add($"UpdateDeviceStatus {accessToken.Reveal()} {deviceKey}");
        return Task.FromResult(Expected(UpdateDeviceStatus)(remembered));
    }

    Task<Result<Success>> ICognitoGateway.ForgetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken)
    {
        calls.Add($"ForgetDevice {accessToken.Reveal()} {deviceKey}");
        return Task.FromResult(Expected(ForgetDevice)(deviceKey));
    }
}
