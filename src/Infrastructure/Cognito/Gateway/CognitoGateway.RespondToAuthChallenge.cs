using Amazon.CognitoIdentityProvider;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation RespondToAuthChallengeOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserAuthentication, AuthErrors.InvalidCredentials)
    {
        WhenOutcomeUnknown = "Start the sign-in again.",
        PasswordMember = "newPassword",
    };

    public Task<Result<SignInOutcome>> RespondToAuthChallenge(AnsweredChallenge answered, CancellationToken cancellationToken)
    {
        if (SignInParameters.FaultOf(answered) is { } fault) return Task.FromResult<Result<SignInOutcome>>(fault);

        // Device challenges are about the device, so they cannot be answered without it.
        var device = SignInParameters.DeviceKeyOf(answered);
        return answered.Name.StartsWith("DEVICE_", StringComparison.Ordinal) ? Send(device) : OrWithoutDevice(device, Send);

        Task<Result<SignInOutcome>> Send(string? deviceKey) => AdminSession.Is(answered.Session)
            ? Call(
                RespondToAuthChallengeOperation,
                (secret, token) => client.AdminRespondToAuthChallengeAsync(
                    new AdminRespondToAuthChallengeRequest
                    {
                        UserPoolId = options.UserPoolId,
                        ClientId = options.ClientId,
                        ChallengeName = ChallengeNameType.FindValue(answered.Name),
                        Session = AdminSession.Untag(answered.Session)?.Reveal(),
                        ChallengeResponses = SignInParameters.Of(answered, SecretHash(secret, answered.Username), deviceKey),
                        ClientMetadata = ClientMetadata(),
                        ContextData = ContextData(),
                    },
                    token),
                response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, answered.Username)
                    .Map(AdminSession.Tag),
                cancellationToken)
            : Call(
                RespondToAuthChallengeOperation,
                (secret, token) => client.RespondToAuthChallengeAsync(
                    new RespondToAuthChallengeRequest
                    {
                        ClientId = options.ClientId,
                        ChallengeName = ChallengeNameType.FindValue(answered.Name),
                        Session = answered.Session?.Reveal(),
                        ChallengeResponses = SignInParameters.Of(answered, SecretHash(secret, answered.Username), deviceKey),
                        ClientMetadata = ClientMetadata(),
                        UserContextData = UserContext(),
                    },
                    token),
                response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, answered.Username),
                cancellationToken);
    }
}
