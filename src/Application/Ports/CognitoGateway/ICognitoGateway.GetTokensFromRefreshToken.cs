using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>GetTokensFromRefreshToken</c>: new tokens for a refresh token, and a new refresh token where the client rotates them.</summary>
    /// <returns>The tokens; <see cref="AuthErrors.InvalidRefreshToken"/>; <see cref="AuthErrors.RefreshTokenReused"/>.</returns>
    Task<Result<TokenSet>> GetTokensFromRefreshToken(Secret refreshToken, string? deviceKey, CancellationToken cancellationToken);
}
