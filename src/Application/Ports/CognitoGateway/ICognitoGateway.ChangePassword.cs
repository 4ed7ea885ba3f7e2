using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ChangePassword</c>: changes the password. Sessions live on.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="currentPassword"><see langword="null"/> for a user who has none.</param>
    /// <param name="newPassword">By the pool's policy.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns><see cref="AuthErrors.InvalidCredentials"/> when the current password is wrong.</returns>
    Task<Result<Success>> ChangePassword(Secret accessToken, Secret? currentPassword, Secret newPassword, CancellationToken cancellationToken);
}
