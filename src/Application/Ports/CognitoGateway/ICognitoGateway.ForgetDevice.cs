using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ForgetDevice</c>: forgets a device, and so ends its refresh tokens.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Success>> ForgetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken);
}
