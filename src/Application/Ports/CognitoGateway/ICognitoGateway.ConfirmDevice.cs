using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ConfirmDevice</c>: takes a device in that a sign-in gave keys to.</summary>
    /// <param name="accessToken">Of that sign-in.</param>
    /// <param name="deviceKey">The device.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="verifier">What proves its secret later.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns>Whether the user must be asked before it is remembered; <see cref="AuthErrors.Conflict"/> when it is confirmed already.</returns>
    Task<Result<bool>> ConfirmDevice(Secret accessToken, string deviceKey, string? name, DeviceSecretVerifier verifier, CancellationToken cancellationToken);
}
