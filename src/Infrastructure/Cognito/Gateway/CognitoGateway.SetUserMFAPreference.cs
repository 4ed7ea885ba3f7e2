namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation SetUserMFAPreferenceOperation = new(RetryClass.Idempotent, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken);

    public Task<Result<Success>> SetUserMFAPreference(Secret accessToken, MfaPreferences preferences, CancellationToken cancellationToken) => Call(
        SetUserMFAPreferenceOperation,
        token => client.SetUserMFAPreferenceAsync(
            new SetUserMFAPreferenceRequest
            {
                AccessToken = accessToken.Reveal(),
                SMSMfaSettings = preferences.Sms is { } sms ? new SMSMfaSettingsType { Enabled = sms.Enabled, PreferredMfa = sms.Preferred } : null,
                SoftwareTokenMfaSettings = preferences.Totp is { } totp ? new SoftwareTokenMfaSettingsType { Enabled = totp.Enabled, PreferredMfa = totp.Preferred } : null,
                EmailMfaSettings = preferences.Email is { } email ? new EmailMfaSettingsType { Enabled = email.Enabled, PreferredMfa = email.Preferred } : null,
                WebAuthnMfaSettings = preferences.Passkey is { } passkey ? new WebAuthnMfaSettingsType { Enabled = passkey.Enabled } : null,
            },
            token),
        Done,
        cancellationToken);
}
