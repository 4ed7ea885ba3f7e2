using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>ConfirmSignUp</c>: confirms an account with its code.</summary>
    /// <returns>The session with which the user can sign in at once, where the pool offers it.</returns>
    Task<Result<Secret?>> ConfirmSignUp(string username, Secret code, Secret? session, CancellationToken cancellationToken);
}
