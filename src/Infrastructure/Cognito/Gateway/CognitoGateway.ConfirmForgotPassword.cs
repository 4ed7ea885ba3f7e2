namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ConfirmForgotPasswordOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserAccountRecovery, AuthErrors.CodeMismatch)
    {
        WhenOutcomeUnknown = "Try to sign in with the new password; if that fails, request a new code.",
        PasswordMember = "newPassword",
    };

    public Task<Result<Success>> ConfirmForgotPassword(string username, Secret code, Secret newPassword, CancellationToken cancellationToken) => Call(
        ConfirmForgotPasswordOperation,
        (secret, token) => client.ConfirmForgotPasswordAsync(
            new ConfirmForgotPasswordRequest
            {
                ClientId = options.ClientId,
                SecretHash = SecretHash(secret, username),
                Username = username,
                ConfirmationCode = code.Reveal(),
                Password = newPassword.Reveal(),
                ClientMetadata = ClientMetadata(),
                UserContextData = UserContext(),
            },
            token),
        Done,
        cancellationToken);
}
