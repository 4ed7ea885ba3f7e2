using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>AdminUserGlobalSignOut</c> (IAM credentials): ends all of a user's sessions at Cognito.</summary>
    /// <returns>When Cognito did so, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> AdminUserGlobalSignOut(string username, CancellationToken cancellationToken);
}
