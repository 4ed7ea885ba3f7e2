using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>RespondToAuthChallenge</c>, or <c>AdminRespondToAuthChallenge</c> for a sign-in that began with IAM credentials: answers a challenge.</summary>
    /// <param name="name">Cognito's name of the challenge.</param>
    /// <param name="session">From the challenge.</param>
    /// <param name="username">From the challenge.</param>
    /// <param name="responses">The answer; <c>USERNAME</c> and <c>SECRET_HASH</c> are added here.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    Task<Result<SignInOutcome>> RespondToAuthChallenge(
        string name,
        Secret? session,
        string username,
        IReadOnlyDictionary<string, Secret> responses,
        CancellationToken cancellationToken);
}
