using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation RespondToAuthChallengeOperation = new(RetryClass.Once, QuotaCategory.UserAuthentication, AuthErrors.InvalidCredentials)
    {
        WhenOutcomeUnknown = "Start the sign-in again.",
        PasswordMember = "newPassword",
    };

    public Task<Result<SignInOutcome>> RespondToAuthChallenge(
        string name,
        Secret? session,
        string username,
        IReadOnlyDictionary<string, Secret> responses,
        CancellationToken cancellationToken)
    {
        // The challenges of a device are about it: without it there is nothing to answer.
        return name.StartsWith("DEVICE_", StringComparison.Ordinal) ? Send(responses) : OrWithoutDevice(responses, Send);

        Task<Result<SignInOutcome>> Send(IReadOnlyDictionary<string, Secret> answer) => AdminSession.Is(session)
            ? Call(
                RespondToAuthChallengeOperation,
                (secret, token) => client.AdminRespondToAuthChallengeAsync(
                    new AdminRespondToAuthChallengeRequest
                    {
                        UserPoolId = options.UserPoolId,
                        ClientId = options.ClientId,
                        ChallengeName = ChallengeNameType.FindValue(name),
                        Session = AdminSession.Untag(session)?.Reveal(),
                        ChallengeResponses = AuthParameters(username, answer, secret),
                        ClientMetadata = ClientMetadata(),
                        ContextData = ContextData(),
                    },
                    token),
                response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, username)
                    .Map(AdminSession.Tag),
                cancellationToken)
            : Call(
                RespondToAuthChallengeOperation,
                (secret, token) => client.RespondToAuthChallengeAsync(
                    new RespondToAuthChallengeRequest
                    {
                        ClientId = options.ClientId,
                        ChallengeName = ChallengeNameType.FindValue(name),
                        Session = session?.Reveal(),
                        ChallengeResponses = AuthParameters(username, answer, secret),
                        ClientMetadata = ClientMetadata(),
                        UserContextData = UserContext(),
                    },
                    token),
                response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, username),
                cancellationToken);
    }
}
