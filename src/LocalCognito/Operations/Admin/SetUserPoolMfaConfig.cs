namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record SetUserPoolMfaConfigRequest(
    string UserPoolId,
    SmsMfaConfigType? SmsMfaConfiguration,
    SoftwareTokenMfaConfigType? SoftwareTokenMfaConfiguration,
    EmailMfaConfigType? EmailMfaConfiguration,
    string? MfaConfiguration,
    WebAuthnConfigurationType? WebAuthnConfiguration);

/// <summary>Replaces the whole configuration: a factor that is absent from the request is turned off. Passkeys are not a second factor; when absent, they do not change.</summary>
internal sealed class SetUserPoolMfaConfig : SignedOperation<SetUserPoolMfaConfigRequest>
{
    protected override object Execute(LocalUserPool pool, SetUserPoolMfaConfigRequest request)
    {
        pool.RequireId(request.UserPoolId);
        var configuration = request.MfaConfiguration switch
        {
            "ON" => Options.MfaConfiguration.On,
            "OPTIONAL" => Options.MfaConfiguration.Optional,
            _ => Options.MfaConfiguration.Off,
        };
        List<string> factors = [];
        if (request.SmsMfaConfiguration is not null) factors.Add(SmsMfa.ChallengeName);
        if (request.SoftwareTokenMfaConfiguration?.Enabled ?? false) factors.Add(SoftwareTokenMfa.ChallengeName);
        if (request.EmailMfaConfiguration is not null) factors.Add(EmailOtp.ChallengeName);
        if (factors.Count == 0 && configuration != Options.MfaConfiguration.Off) throw CognitoException.InvalidParameter("Invalid MFA configuration given, can't turn on MFA and disable all MFAs.");

        var passkeys = request.WebAuthnConfiguration?.Read() ?? pool.Options.WebAuthnConfiguration;
        pool.Options.MfaConfiguration = configuration;
        pool.Options.WebAuthnConfiguration = passkeys;
        pool.Options.EnabledMfas = factors;
        return UserPoolMfaConfig.Of(pool.Options);
    }
}
