namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    // The token was verified before, so a refusal without a known reason concerns the password.
    private static readonly CognitoOperation ChangePasswordOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserAccountRecovery, AuthErrors.InvalidCredentials with { Detail = "The current password is wrong." })
    {
        WhenOutcomeUnknown = "Try to sign in with the new password; if that fails, the current one is still valid.",
        PasswordMember = "newPassword",
    };

    public Task<Result<Success>> ChangePassword(Secret accessToken, Secret? currentPassword, Secret newPassword, CancellationToken cancellationToken) => Call(
        ChangePasswordOperation,
        token => client.ChangePasswordAsync(
            new ChangePasswordRequest { AccessToken = accessToken.Reveal(), PreviousPassword = currentPassword?.Reveal(), ProposedPassword = newPassword.Reveal() },
            token),
        Done,
        cancellationToken);
}
