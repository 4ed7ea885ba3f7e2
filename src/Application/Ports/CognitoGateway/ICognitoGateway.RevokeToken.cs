using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>RevokeToken</c>: ends a refresh token and what was minted from it. Of a token that is dead already: success.</summary>
    Task<Result<Success>> RevokeToken(Secret refreshToken, CancellationToken cancellationToken);
}
