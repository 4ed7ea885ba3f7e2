using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>RevokeUserSession</c>: ends another session of the user. Its refresh token dies at once; its access tokens are refused at Cognito, and everywhere else at their expiry.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="sessionId">Cognito's id of the session.</param>
    /// <param name="cancellationToken">Does not stop the call: it changes something.</param>
    /// <returns><see cref="AuthErrors.NotFound"/> for a session that the user does not have; <see cref="AuthErrors.InvalidParameter"/> for the one of the token;
    /// <see cref="AuthErrors.NotEnabled"/> in pools that do not track sessions.</returns>
    Task<Result<Success>> RevokeUserSession(Secret accessToken, string sessionId, CancellationToken cancellationToken);
}
