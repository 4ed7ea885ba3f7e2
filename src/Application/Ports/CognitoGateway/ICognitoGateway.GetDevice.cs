using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>GetDevice</c>: one of the user's confirmed devices.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Device>> GetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken);
}
