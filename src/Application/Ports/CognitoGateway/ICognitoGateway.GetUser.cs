using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>GetUser</c>: the user that an access token speaks for.</summary>
    Task<Result<UserProfile>> GetUser(Secret accessToken, CancellationToken cancellationToken);
}
