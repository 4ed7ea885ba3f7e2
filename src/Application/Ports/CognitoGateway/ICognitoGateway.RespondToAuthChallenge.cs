using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>RespondToAuthChallenge</c>, or <c>AdminRespondToAuthChallenge</c> for a sign-in that began with IAM credentials: answers a challenge.</summary>
    /// <param name="answered">The challenge and its answer.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns>How the step ended; <c>validation_failed</c> for raw responses that are the gateway's to give.</returns>
    Task<Result<SignInOutcome>> RespondToAuthChallenge(AnsweredChallenge answered, CancellationToken cancellationToken);
}
