using Amazon.CognitoIdentityProvider.Model;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    // The token was verified before: what Cognito refuses here for no reason that is known is the password.
    private static readonly CognitoOperation ChangePasswordOperation = new(RetryClass.Once, QuotaCategory.UserAccountRecovery, AuthErrors.InvalidCredentials with { Detail = "The current password is wrong." })
    {
        WhenOutcomeUnknown = "Try to sign in with the new password; if that fails, the current one still counts.",
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
