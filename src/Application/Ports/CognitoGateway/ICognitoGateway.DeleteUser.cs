using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>DeleteUser</c>: deletes the user that an access token speaks for. Of a user who is gone already: success.</summary>
    /// <returns>When Cognito did so, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> DeleteUser(Secret accessToken, CancellationToken cancellationToken);
}
