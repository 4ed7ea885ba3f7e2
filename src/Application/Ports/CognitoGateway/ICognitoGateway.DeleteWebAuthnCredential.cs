using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>DeleteWebAuthnCredential</c>: deletes one of the user's passkeys.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> where the user has no such passkey.</returns>
    Task<Result<Success>> DeleteWebAuthnCredential(Secret accessToken, string id, CancellationToken cancellationToken);
}
