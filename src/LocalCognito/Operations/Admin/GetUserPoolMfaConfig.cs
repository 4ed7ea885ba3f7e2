using CognitoAuth.LocalCognito.Challenges;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record GetUserPoolMfaConfigRequest(string UserPoolId);

internal sealed record SoftwareTokenMfaConfigType(bool? Enabled);

internal sealed record SmsMfaConfigType(string? SmsAuthenticationMessage);

internal sealed record EmailMfaConfigType(string? Message, string? Subject);

/// <summary>What the pool offers as second factors; one that it does not offer is absent.</summary>
internal sealed record UserPoolMfaConfig(
    SmsMfaConfigType? SmsMfaConfiguration,
    SoftwareTokenMfaConfigType SoftwareTokenMfaConfiguration,
    EmailMfaConfigType? EmailMfaConfiguration,
    string MfaConfiguration)
{
    public static UserPoolMfaConfig Of(UserPoolOptions pool) => new(
        pool.OffersMfa(SmsMfa.ChallengeName) ? new SmsMfaConfigType("Your authentication code is {####}.") : null,
        new SoftwareTokenMfaConfigType(pool.OffersMfa(SoftwareTokenMfa.ChallengeName)),
        pool.OffersMfa(EmailOtp.ChallengeName) ? new EmailMfaConfigType("Your authentication code is {####}.", "Your authentication code") : null,
        pool.MfaConfiguration switch
        {
            Options.MfaConfiguration.Off => "OFF",
            Options.MfaConfiguration.Optional => "OPTIONAL",
            _ => "ON",
        });
}

internal sealed class GetUserPoolMfaConfig : SignedOperation<GetUserPoolMfaConfigRequest>
{
    protected override object Execute(LocalUserPool pool, GetUserPoolMfaConfigRequest request)
    {
        pool.RequireId(request.UserPoolId);
        return UserPoolMfaConfig.Of(pool.Options);
    }
}
