using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Mfa;

public sealed class MfaOperationsTests : IDisposable
{
    private readonly PoolUnderTest _pool = new();
    private readonly string _token;

    public MfaOperationsTests()
    {
        _pool.AddJaneWithPhone();
        _token = _pool.SignIn().Access;
    }

    [Fact]
    public void A_signed_in_user_sets_an_authenticator_app_up()
    {
        var secret = Associate();
        _pool.Refusal("VerifySoftwareToken", new { AccessToken = _token, UserCode = Totp.Code(secret, _pool.Clock.GetUtcNow().AddMinutes(9)) }).ShouldBe("EnableSoftwareTokenMFAException: Code mismatch");
        Prefer(new { Enabled = true }).ShouldBe("InvalidParameterException: User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA");

        _pool.Send("VerifySoftwareToken", new { AccessToken = _token, UserCode = Now(secret) }).GetRawText().ShouldBe("""{"Status":"SUCCESS"}""");

        IssuedTokens.Of(_pool.Send("InitiateAuth", _pool.PasswordSignIn())).ShouldNotBeNull("the app is verified, but no preference enables it");
        _pool.Send("SetUserMFAPreference", new { AccessToken = _token, SoftwareTokenMfaSettings = new { Enabled = true, PreferredMfa = true } });
        _pool.Send("InitiateAuth", _pool.PasswordSignIn()).GetProperty("ChallengeName").GetString().ShouldBe("SOFTWARE_TOKEN_MFA");
        _pool.Refusal("VerifySoftwareToken", new { AccessToken = _token, UserCode = Now(secret) }).ShouldBe("ExpiredCodeException: Your software token has already been used once.");
    }

    [Fact]
    public void The_old_app_works_until_the_new_one_is_verified()
    {
        var old = _pool.Pool.AddSoftwareToken("jane");
        Associate();
        var challenge = _pool.Send("InitiateAuth", _pool.PasswordSignIn());

        IssuedTokens.Of(_pool.Respond(challenge, ("SOFTWARE_TOKEN_MFA_CODE", Now(old))));
    }

    [Fact]
    public void Set_up_needs_either_an_access_token_or_a_session()
    {
        _pool.Refusal("AssociateSoftwareToken", new { }).ShouldStartWith("InvalidParameterException");
        _pool.Refusal("AssociateSoftwareToken", new { AccessToken = _token, Session = new string('x', 20) }).ShouldStartWith("InvalidParameterException");
        _pool.Refusal("AssociateSoftwareToken", new { AccessToken = "a.b.c" }).ShouldBe("NotAuthorizedException: Invalid Access Token");
        _pool.Refusal("VerifySoftwareToken", new { AccessToken = _token, UserCode = "12345" }).ShouldContain("at 'userCode' failed to satisfy constraint");
    }

    [Fact]
    public void The_factors_of_a_user_are_returned()
    {
        _pool.Send("SetUserMFAPreference", new { AccessToken = _token, SMSMfaSettings = new { Enabled = true, PreferredMfa = true }, EmailMfaSettings = new { Enabled = true } });
        _pool.Pool.AddSoftwareToken("jane");

        var user = _pool.Send("GetUser", new { AccessToken = _token });
        user.GetProperty("PreferredMfaSetting").GetString().ShouldBe("SMS_MFA");
        user.GetProperty("UserMFASettingList").GetRawText().ShouldBe("""["EMAIL_OTP","SMS_MFA","SOFTWARE_TOKEN_MFA"]""");
        _pool.Send("GetUserAuthFactors", new { AccessToken = _token }).GetRawText().ShouldBe(
            """{"Username":"jane","PreferredMfaSetting":"SMS_MFA","UserMFASettingList":["EMAIL_OTP","SMS_MFA","SOFTWARE_TOKEN_MFA"],"ConfiguredUserAuthFactors":["EMAIL_OTP","PASSWORD","SMS_OTP","SOFTWARE_TOKEN"]}""");
    }

    [Fact]
    public void A_preference_changes_only_the_factors_that_it_names()
    {
        _pool.Pool.EnableMfa("jane", "SMS_MFA", preferred: true);
        _pool.Send("AdminSetUserMFAPreference", new { UserPoolId = _pool.PoolId, Username = "jane", EmailMfaSettings = new { Enabled = true, PreferredMfa = true } });
        Setting().ShouldBe("EMAIL_OTP of EMAIL_OTP, SMS_MFA");

        _pool.Send("SetUserMFAPreference", new { AccessToken = _token, EmailMfaSettings = new { Enabled = false } });
        Setting().ShouldBe(" of SMS_MFA");
    }

    [Fact]
    public void Two_preferred_factors_are_refused_and_nothing_changes()
    {
        _pool.Refusal("SetUserMFAPreference", new { AccessToken = _token, SMSMfaSettings = new { Enabled = true, PreferredMfa = true }, EmailMfaSettings = new { Enabled = true, PreferredMfa = true } })
            .ShouldBe("InvalidParameterException: Only one MFA method can be preferred.");

        _pool.Send("GetUser", new { AccessToken = _token }).TryGetProperty("UserMFASettingList", out _).ShouldBeFalse();
    }

    [Fact]
    public void The_configuration_sets_which_factors_the_pool_offers()
    {
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "ON", SmsMfaConfiguration = new { } });

        _pool.Send("GetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId }).GetRawText()
            .ShouldBe("""{"SmsMfaConfiguration":{"SmsAuthenticationMessage":"Your authentication code is {####}."},"SoftwareTokenMfaConfiguration":{"Enabled":false},"MfaConfiguration":"ON","WebAuthnConfiguration":{"RelyingPartyId":"localhost","UserVerification":"preferred","FactorConfiguration":"SINGLE_FACTOR"}}""");
        _pool.Refusal("AssociateSoftwareToken", new { AccessToken = _token }).ShouldBe("SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool");
        _pool.Refusal("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "ON" }).ShouldStartWith("InvalidParameterException: Invalid MFA configuration");
    }

    [Fact]
    public void The_configuration_changes_passkeys_only_when_it_names_them()
    {
        var passkeys = new { RelyingPartyId = "example.com", UserVerification = "required", FactorConfiguration = "MULTI_FACTOR_WITH_USER_VERIFICATION" };
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "OFF", WebAuthnConfiguration = passkeys });
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "OFF" }).GetProperty("WebAuthnConfiguration").GetRawText()
            .ShouldBe("""{"RelyingPartyId":"example.com","UserVerification":"required","FactorConfiguration":"MULTI_FACTOR_WITH_USER_VERIFICATION"}""");

        _pool.Refusal("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, WebAuthnConfiguration = new { UserVerification = "never" } }).ShouldStartWith("InvalidParameterException: ");
        _pool.Refusal("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, WebAuthnConfiguration = new { FactorConfiguration = "THREE" } }).ShouldStartWith("InvalidParameterException: ");
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, WebAuthnConfiguration = new { } }).TryGetProperty("WebAuthnConfiguration", out _).ShouldBeFalse("without a domain the pool has no passkeys");
    }

    public void Dispose() => _pool.Dispose();

    private string Associate() => _pool.Send("AssociateSoftwareToken", new { AccessToken = _token }).GetProperty("SecretCode").GetString()!;

    private string Now(string secret) => Totp.Code(secret, _pool.Clock.GetUtcNow());

    private string Prefer(object settings) => _pool.Refusal("SetUserMFAPreference", new { AccessToken = _token, SoftwareTokenMfaSettings = settings });

    private string Setting()
    {
        var user = _pool.Send("AdminGetUser", new { UserPoolId = _pool.PoolId, Username = "jane" });
        var preferred = user.TryGetProperty("PreferredMfaSetting", out var value) ? value.GetString() : "";
        return $"{preferred} of {string.Join(", ", user.GetProperty("UserMFASettingList").EnumerateArray().Select(factor => factor.GetString()))}";
    }
}
