using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>InitiateAuth</c>, or <c>AdminInitiateAuth</c> where the pool takes passwords with IAM credentials: starts a sign-in.</summary>
    /// <param name="username">The name as the user typed it.</param>
    /// <param name="start">How it starts. The gateway chooses Cognito's flow by it.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    Task<Result<SignInOutcome>> StartSignIn(string username, SignInStart start, CancellationToken cancellationToken);
}
