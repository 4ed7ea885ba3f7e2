using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record GetUserPoolMfaConfigRequest(string UserPoolId);

internal sealed record SoftwareTokenMfaConfigType(bool? Enabled);

internal sealed record SmsMfaConfigType(string? SmsAuthenticationMessage)
{
    /// <summary>The sender of text messages. This pool puts its messages into the inbox.</summary>
    public SmsConfigurationType? SmsConfiguration { get; init; }
}

internal sealed record SmsConfigurationType(EumsSmsConfigurationType? EumsSms);

internal sealed record EumsSmsConfigurationType(string CallerArn);

internal sealed record EmailMfaConfigType(string? Message, string? Subject);

internal sealed record WebAuthnConfigurationType(string? RelyingPartyId, string? UserVerification, string? FactorConfiguration)
{
    private const string MultiFactor = "MULTI_FACTOR_WITH_USER_VERIFICATION";

    /// <returns>Null when the pool has no passkeys.</returns>
    public static WebAuthnConfigurationType? Of(WebAuthnConfigurationOptions options) => options.RelyingPartyId.Length == 0 ? null : new(
        options.RelyingPartyId,
        options.UserVerification is Options.UserVerification.Required ? "required" : "preferred",
        options.FactorConfiguration is Options.FactorConfiguration.MultiFactorWithUserVerification ? MultiFactor : "SINGLE_FACTOR");

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a value that is not in the model.</exception>
    public WebAuthnConfigurationOptions Read() => new()
    {
        RelyingPartyId = RelyingPartyId ?? "",
        UserVerification = UserVerification switch
        {
            "required" => Options.UserVerification.Required,
            "preferred" or null => Options.UserVerification.Preferred,
            _ => throw CognitoException.InvalidParameter("UserVerification takes required and preferred."),
        },
        FactorConfiguration = FactorConfiguration switch
        {
            MultiFactor => Options.FactorConfiguration.MultiFactorWithUserVerification,
            "SINGLE_FACTOR" or null => Options.FactorConfiguration.SingleFactor,
            _ => throw CognitoException.InvalidParameter($"FactorConfiguration takes SINGLE_FACTOR and {MultiFactor}."),
        },
    };
}

/// <summary>The second factors of the pool. A factor that the pool does not offer is absent.</summary>
internal sealed record UserPoolMfaConfig(
    SmsMfaConfigType? SmsMfaConfiguration,
    SoftwareTokenMfaConfigType SoftwareTokenMfaConfiguration,
    EmailMfaConfigType? EmailMfaConfiguration,
    string MfaConfiguration,
    WebAuthnConfigurationType? WebAuthnConfiguration)
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
        },
        WebAuthnConfigurationType.Of(pool.WebAuthnConfiguration));
}

internal sealed class GetUserPoolMfaConfig : SignedOperation<GetUserPoolMfaConfigRequest>
{
    protected override object Execute(LocalUserPool pool, GetUserPoolMfaConfigRequest request)
    {
        pool.RequireId(request.UserPoolId);
        return UserPoolMfaConfig.Of(pool.Options);
    }
}
