using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>VerifySoftwareToken</c>: registers the authenticator with a code of the new secret.</summary>
    /// <param name="owner">Who set it up.</param>
    /// <param name="code">6 digits.</param>
    /// <param name="deviceName">What the user calls the authenticator.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns>The session for the next step of a sign-in, <see langword="null"/> for a user who is signed in; <see cref="AuthErrors.CodeMismatch"/>.</returns>
    Task<Result<Secret?>> VerifySoftwareToken(TotpOwner owner, Secret code, string? deviceName, CancellationToken cancellationToken);
}
