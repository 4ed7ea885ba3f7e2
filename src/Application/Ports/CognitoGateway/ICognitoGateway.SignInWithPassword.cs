using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary>Signs in with a password by the flow that the pool is set up for (<c>Cognito:PasswordFlow</c>): plain, with IAM credentials, or by SRP.</summary>
    /// <param name="username">The name as the user typed it.</param>
    /// <param name="password">The password.</param>
    /// <param name="parameters">Further <c>AuthParameters</c>: <c>DEVICE_KEY</c>.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    Task<Result<SignInOutcome>> SignInWithPassword(
        string username,
        Secret password,
        IReadOnlyDictionary<string, Secret> parameters,
        CancellationToken cancellationToken);
}
