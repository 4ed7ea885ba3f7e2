using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation InitiateAuthOperation = new(RetryClass.Login, QuotaCategory.UserAuthentication, AuthErrors.InvalidCredentials);

    public Task<Result<SignInOutcome>> InitiateAuth(
        string authFlow,
        string username,
        IReadOnlyDictionary<string, Secret> parameters,
        Secret? session,
        CancellationToken cancellationToken) => OrWithoutDevice(parameters, sent => Call(
        InitiateAuthOperation,
        (secret, token) => client.InitiateAuthAsync(
            new InitiateAuthRequest
            {
                AuthFlow = AuthFlowType.FindValue(authFlow),
                ClientId = options.ClientId,
                AuthParameters = AuthParameters(username, sent, secret),
                Session = session?.Reveal(),
                ClientMetadata = ClientMetadata(),
                UserContextData = UserContext(),
            },
            token),
        response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, username),
        cancellationToken));

    private Dictionary<string, string> AuthParameters(string username, IReadOnlyDictionary<string, Secret> parameters, Secret? secret)
    {
        var all = new Dictionary<string, string>(parameters.Count + 2, StringComparer.Ordinal);
        foreach (var (name, value) in parameters) all[name] = value.Reveal();
        all["USERNAME"] = username;
        if (SecretHash(secret, username) is { } hash) all["SECRET_HASH"] = hash;
        return all;
    }
}
