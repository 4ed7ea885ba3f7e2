using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>AdminGetUser</c> (IAM credentials): looks a user up by name.</summary>
    Task<Result<UserProfile>> AdminGetUser(string username, CancellationToken cancellationToken);
}
