using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>InitiateAuth</c>: starts a sign-in.</summary>
    /// <param name="authFlow">Cognito's name of the flow: <c>USER_PASSWORD_AUTH</c>.</param>
    /// <param name="username">The name as the user typed it.</param>
    /// <param name="parameters">The flow's further <c>AuthParameters</c>; <c>USERNAME</c> and <c>SECRET_HASH</c> are added here.</param>
    /// <param name="session">From a confirmed sign-up, to sign in without a second code.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    Task<Result<SignInOutcome>> InitiateAuth(
        string authFlow,
        string username,
        IReadOnlyDictionary<string, Secret> parameters,
        Secret? session,
        CancellationToken cancellationToken);
}
