using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ListWebAuthnCredentials</c>: the user's passkeys.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="limit">At most so many, 1 to 20; Cognito decides where it is left out.</param>
    /// <param name="nextToken">From the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Result<PasskeyPage>> ListWebAuthnCredentials(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken);
}
