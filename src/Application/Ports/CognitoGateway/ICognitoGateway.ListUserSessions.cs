using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ListUserSessions</c>: the user's sessions, by pages.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="nextToken">From the page before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.NotEnabled"/> in pools that do not track sessions.</returns>
    Task<Result<UserSessionPage>> ListUserSessions(Secret accessToken, string? nextToken, CancellationToken cancellationToken);
}
