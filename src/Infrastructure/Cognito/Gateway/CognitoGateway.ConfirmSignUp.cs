namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ConfirmSignUpOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserCreation, AuthErrors.CodeMismatch)
    {
        WhenOutcomeUnknown = "Try to sign in; if that fails, request a new code.",
    };

    public Task<Result<Secret?>> ConfirmSignUp(string username, Secret code, Secret? session, CancellationToken cancellationToken) => Call(
        ConfirmSignUpOperation,
        (secret, token) => client.ConfirmSignUpAsync(
            new ConfirmSignUpRequest
            {
                ClientId = options.ClientId,
                SecretHash = SecretHash(secret, username),
                Username = username,
                ConfirmationCode = code.Reveal(),
                Session = session?.Reveal(),
                ClientMetadata = ClientMetadata(),
                UserContextData = UserContext(),
            },
            token),
        response => Result<Secret?>.Of(Optional(response.Session)),
        cancellationToken);
}
