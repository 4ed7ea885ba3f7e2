using Amazon.CognitoIdentityProvider;
using CognitoAuth.Infrastructure.Cognito.Gateway.Srp;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation InitiateAuthOperation = new(RetryClass.SignIn, QuotaCategory.UserAuthentication, AuthErrors.InvalidCredentials);

    public Task<Result<SignInOutcome>> StartSignIn(string username, SignInStart start, CancellationToken cancellationToken) =>
        start switch
        {
            SignInStart.Password when options.PasswordFlow is PasswordFlow.ADMIN_USER_PASSWORD_AUTH => AdminInitiateAuth(username, start, cancellationToken),
            SignInStart.Password password when options.PasswordFlow is PasswordFlow.USER_SRP_AUTH => SignInWithSrp(username, password, cancellationToken),
            SignInStart.Password => InitiateAuth(AuthFlowType.USER_PASSWORD_AUTH, username, start, cancellationToken),
            SignInStart.Srp => InitiateAuth(AuthFlowType.USER_SRP_AUTH, username, start, cancellationToken),
            SignInStart.Custom => InitiateAuth(AuthFlowType.CUSTOM_AUTH, username, start, cancellationToken),
            _ => InitiateAuth(AuthFlowType.USER_AUTH, username, start, cancellationToken),
        };

    private Task<Result<SignInOutcome>> InitiateAuth(
        AuthFlowType authFlow,
        string username,
        SignInStart start,
        CancellationToken cancellationToken) => OrWithoutDevice(start.DeviceKey, deviceKey => Call(
        InitiateAuthOperation,
        (secret, token) => client.InitiateAuthAsync(
            new InitiateAuthRequest
            {
                AuthFlow = authFlow,
                ClientId = options.ClientId,
                AuthParameters = SignInParameters.Of(start, username, SecretHash(secret, username), deviceKey),
                Session = (start as SignInStart.ConfirmedSignUp)?.Session.Reveal(),
                ClientMetadata = ClientMetadata(),
                UserContextData = UserContext(),
            },
            token),
        response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, username),
        cancellationToken));

    private Task<Result<SignInOutcome>> AdminInitiateAuth(string username, SignInStart start, CancellationToken cancellationToken) =>
        OrWithoutDevice(start.DeviceKey, deviceKey => Call(
        InitiateAuthOperation,
        (secret, token) => client.AdminInitiateAuthAsync(
            new AdminInitiateAuthRequest
            {
                UserPoolId = options.UserPoolId,
                ClientId = options.ClientId,
                AuthFlow = AuthFlowType.ADMIN_USER_PASSWORD_AUTH,
                AuthParameters = SignInParameters.Of(start, username, SecretHash(secret, username), deviceKey),
                ClientMetadata = ClientMetadata(),
                ContextData = ContextData(),
            },
            token),
        response => Challenges.Outcome(response.AuthenticationResult, response.ChallengeName, response.Session, response.ChallengeParameters, response.AvailableChallenges, username).Map(AdminSession.Tag),
        cancellationToken));

    /// <summary>Does the client's part of SRP, so that the password is not sent to Cognito.</summary>
    private async Task<Result<SignInOutcome>> SignInWithSrp(string username, SignInStart.Password password, CancellationToken cancellationToken)
    {
        var srp = new SrpClient(options.UserPoolId);
        var started = await StartSignIn(username, new SignInStart.Srp(srp.PublicValue) { DeviceKey = password.DeviceKey }, cancellationToken);
        if (started.IsFailure(out _, out var outcome) || outcome is not SignInOutcome.ChallengeRequired { Challenge: { Name: "PASSWORD_VERIFIER", Parameters: { } challenge } verifier }) return started;

        if (srp.Prove(verifier.Username, password.Value, challenge, time.GetUtcNow()) is not { } proof) return AuthErrors.UpstreamInvalid.Because("an SRP challenge that cannot be answered");
        var answered = new AnsweredChallenge(verifier.Name, verifier.Session, verifier.Username, proof) { DeviceKey = password.DeviceKey };
        return await RespondToAuthChallenge(answered, cancellationToken);
    }

    private ContextDataType? ContextData() => context.EncodedUserContext is { } encoded
        ? new ContextDataType { EncodedData = encoded.Reveal(), IpAddress = context.IpAddress, ServerName = "CognitoAuth", ServerPath = "/v1/auth/sign-in", HttpHeaders = [] }
        : null;
}
