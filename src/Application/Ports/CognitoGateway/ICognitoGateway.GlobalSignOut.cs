using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>GlobalSignOut</c>: ends all of the user's sessions at Cognito. Of sessions that have ended already: success.</summary>
    /// <returns>When Cognito did so, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> GlobalSignOut(Secret accessToken, CancellationToken cancellationToken);
}
