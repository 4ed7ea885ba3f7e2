using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>UpdateDeviceStatus</c>: says whether a device is remembered.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Success>> UpdateDeviceStatus(Secret accessToken, string deviceKey, bool remembered, CancellationToken cancellationToken);
}
