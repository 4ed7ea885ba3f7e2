using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ListDevices</c>: the user's confirmed devices, by pages.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="limit">The longest page; <see langword="null"/> leaves it to Cognito.</param>
    /// <param name="nextToken">From the page before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<DevicePage>> ListDevices(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken);
}
