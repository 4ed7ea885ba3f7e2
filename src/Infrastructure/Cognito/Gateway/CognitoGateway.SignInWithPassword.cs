using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Srp;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    public Task<Result<SignInOutcome>> SignInWithPassword(
        string username,
        Secret password,
        IReadOnlyDictionary<string, Secret> parameters,
        CancellationToken cancellationToken) => options.PasswordFlow switch
        {
            PasswordFlow.ADMIN_USER_PASSWORD_AUTH => AdminInitiateAuth(username, With(parameters, "PASSWORD", password), cancellationToken),
            PasswordFlow.USER_SRP_AUTH => SignInWithSrp(username, password, parameters, cancellationToken),
            _ => InitiateAuth("USER_PASSWORD_AUTH", username, With(parameters, "PASSWORD", password), session: null, cancellationToken),
        };

    private Task<Result<SignInOutcome>> AdminInitiateAuth(
        string username,
        IReadOnlyDictionary<string, Secret> parameters,
        CancellationToken cancellationToken) => OrWithoutDevice(parameters, sent => Call(
        InitiateAuthOperation,
        (secret, token) => client.AdminInitiateAuthAsync(
            new AdminInitiateAuthRequest
            {
                UserPoolId = options.UserPoolId,
                ClientId = options.ClientId,
                AuthFlow = AuthFlowType.ADMIN_USER_PASSWORD_AUTH,
                AuthParameters = AuthParameters(username, sent, secret),
                ClientMetadata = ClientMetadata(),
                ContextData = ContextData(),
            },
            token),
        response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, username).Map(AdminSession.Tag),
        cancellationToken));

    /// <summary>Plays the client's part of SRP, so that the password does not travel to Cognito.</summary>
    private async Task<Result<SignInOutcome>> SignInWithSrp(
        string username,
        Secret password,
        IReadOnlyDictionary<string, Secret> parameters,
        CancellationToken cancellationToken)
    {
        var srp = new SrpClient(options.UserPoolId);
        var started = await InitiateAuth("USER_SRP_AUTH", username, With(parameters, "SRP_A", new Secret(srp.PublicValue)), session: null, cancellationToken);
        if (started.IsFailure(out _, out var outcome) || outcome is not SignInOutcome.ChallengeRequired { Challenge: { Name: "PASSWORD_VERIFIER", Parameters: { } challenge } verifier }) return started;

        if (srp.Prove(verifier.Username, password, challenge, time.GetUtcNow()) is not { } proof) return AuthErrors.UpstreamInvalid.Because("an SRP challenge that cannot be answered");
        var responses = proof.ToDictionary(StringComparer.Ordinal);
        if (parameters.TryGetValue(DeviceKey, out var deviceKey)) responses[DeviceKey] = deviceKey;
        return await RespondToAuthChallenge(verifier.Name, verifier.Session, verifier.Username, responses, cancellationToken);
    }

    private static Dictionary<string, Secret> With(IReadOnlyDictionary<string, Secret> parameters, string name, Secret value) => new(parameters, StringComparer.Ordinal) { [name] = value };

    private ContextDataType? ContextData() => context.EncodedUserContext is { } encoded
        ? new ContextDataType { EncodedData = encoded.Reveal(), IpAddress = context.IpAddress, ServerName = "CognitoAuth", ServerPath = "/v1/auth/sign-in", HttpHeaders = [] }
        : null;
}
