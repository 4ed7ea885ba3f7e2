namespace CognitoAuth.LocalCognito.Operations.Mfa;

internal sealed record SetUserMFAPreferenceRequest(
    string AccessToken,
    MfaSettingsType? SMSMfaSettings,
    MfaSettingsType? SoftwareTokenMfaSettings,
    MfaSettingsType? EmailMfaSettings,
    MfaSettingsType? WebAuthnMfaSettings);

internal sealed class SetUserMFAPreference : PublicOperation<SetUserMFAPreferenceRequest>
{
    protected override object? Execute(LocalUserPool pool, SetUserMFAPreferenceRequest request)
    {
        MfaPreference.Set(
            pool,
            pool.AccessTokens.Require(request.AccessToken),
            request.SMSMfaSettings,
            request.SoftwareTokenMfaSettings,
            request.EmailMfaSettings,
            request.WebAuthnMfaSettings);
        return null;
    }
}
