using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>CompleteWebAuthnRegistration</c>: registers the passkey that a browser made.</summary>
    /// <param name="accessToken">The user's, of the client that started the registration.</param>
    /// <param name="credential">WebAuthn's <c>RegistrationResponseJSON</c>.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns><see cref="AuthErrors.PasskeyRejected"/> for whatever is wrong with the passkey, its challenge or its origin.</returns>
    Task<Result<Success>> CompleteWebAuthnRegistration(Secret accessToken, JsonText credential, CancellationToken cancellationToken);
}
