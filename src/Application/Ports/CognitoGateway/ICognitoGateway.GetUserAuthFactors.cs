using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>GetUserAuthFactors</c>: what the user can sign in with.</summary>
    Task<Result<UserFactors>> GetUserAuthFactors(Secret accessToken, CancellationToken cancellationToken);
}
