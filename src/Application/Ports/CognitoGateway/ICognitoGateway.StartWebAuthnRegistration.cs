using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>StartWebAuthnRegistration</c>: makes the challenge of a new passkey. It replaces one that was not answered yet.</summary>
    /// <returns>WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>; <see cref="AuthErrors.NotEnabled"/> where the pool has no passkeys.</returns>
    Task<Result<JsonText>> StartWebAuthnRegistration(Secret accessToken, CancellationToken cancellationToken);
}
