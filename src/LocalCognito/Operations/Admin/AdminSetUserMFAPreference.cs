using CognitoAuth.LocalCognito.Operations.Mfa;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminSetUserMFAPreferenceRequest(
    string UserPoolId,
    string Username,
    MfaSettingsType? SMSMfaSettings,
    MfaSettingsType? SoftwareTokenMfaSettings,
    MfaSettingsType? EmailMfaSettings,
    MfaSettingsType? WebAuthnMfaSettings);

internal sealed class AdminSetUserMFAPreference : SignedOperation<AdminSetUserMFAPreferenceRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminSetUserMFAPreferenceRequest request)
    {
        MfaPreference.Set(
            pool,
            pool.RequireUser(request.UserPoolId, request.Username),
            request.SMSMfaSettings,
            request.SoftwareTokenMfaSettings,
            request.EmailMfaSettings,
            request.WebAuthnMfaSettings);
        return null;
    }
}
