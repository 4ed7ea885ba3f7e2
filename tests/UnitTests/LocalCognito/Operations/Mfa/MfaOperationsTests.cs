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
    public void Sets_an_authenticator_app_up_for_a_signed_in_user()
    {
        var secret = Associate();
        _pool.Refusal("VerifySoftwareToken", new { AccessToken = _token, UserCode = Totp.Code(secret, _pool.Clock.GetUtcNow().AddMinutes(9)) }).ShouldBe("EnableSoftwareTokenMFAException: Code mismatch");
        Prefer(new { Enabled = true }).ShouldBe("InvalidParameterException: User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA");

        _pool.Send("VerifySoftwareToken", new { AccessToken = _token, UserCode = Now(secret) }).GetRawText().ShouldBe("""{"Status":"SUCCESS"}""");

        IssuedTokens.Of(_pool.Send("InitiateAuth", _pool.PasswordSignIn())).ShouldNotBeNull("the app is there, but no preference asks for it");
        _pool.Send("SetUserMFAPreference", new { AccessToken = _token, SoftwareTokenMfaSettings = new { Enabled = true, PreferredMfa = true } });
        _pool.Send("InitiateAuth", _pool.PasswordSignIn()).GetProperty("ChallengeName").GetString().ShouldBe("SOFTWARE_TOKEN_MFA");
        _pool.Refusal("VerifySoftwareToken", new { AccessToken = _token, UserCode = Now(secret) }).ShouldBe("ExpiredCodeException: Your software token has already been used once.");
    }

    [Fact]
    public void Keeps_the_old_app_until_the_new_one_is_proven()
    {
        var old = _pool.Pool.AddSoftwareToken("jane");
        Associate();
        var challenge = _pool.Send("InitiateAuth", _pool.PasswordSignIn());

        IssuedTokens.Of(_pool.Respond(challenge, ("SOFTWARE_TOKEN_MFA_CODE", Now(old))));
    }

    [Fact]
    public void Takes_either_an_access_token_or_a_session()
    {
        _pool.Refusal("AssociateSoftwareToken", new { }).ShouldStartWith("InvalidParameterException");
        _pool.Refusal("AssociateSoftwareToken", new { AccessToken = _token, Session = new string('x', 20) }).ShouldStartWith("InvalidParameterException");
        _pool.Refusal("AssociateSoftwareToken", new { AccessToken = "a.b.c" }).ShouldBe("NotAuthorizedException: Invalid Access Token");
        _pool.Refusal("VerifySoftwareToken", new { AccessToken = _token, UserCode = "12345" }).ShouldContain("at 'userCode' failed to satisfy constraint");
    }

    [Fact]
    public void Shows_the_factors_of_a_user()
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
    public void Changes_only_what_a_preference_names()
    {
        _pool.Pool.EnableMfa("jane", "SMS_MFA", preferred: true);
        _pool.Send("AdminSetUserMFAPreference", new { UserPoolId = _pool.PoolId, Username = "jane", EmailMfaSettings = new { Enabled = true, PreferredMfa = true } });
        Setting().ShouldBe("EMAIL_OTP of EMAIL_OTP, SMS_MFA");

        _pool.Send("SetUserMFAPreference", new { AccessToken = _token, EmailMfaSettings = new { Enabled = false } });
        Setting().ShouldBe(" of SMS_MFA");
    }

    [Fact]
    public void Refuses_two_preferred_factors_and_changes_nothing()
    {
        _pool.Refusal("SetUserMFAPreference", new { AccessToken = _token, SMSMfaSettings = new { Enabled = true, PreferredMfa = true }, EmailMfaSettings = new { Enabled = true, PreferredMfa = true } })
            .ShouldBe("InvalidParameterException: Only one MFA method can be preferred.");

        _pool.Send("GetUser", new { AccessToken = _token }).TryGetProperty("UserMFASettingList", out _).ShouldBeFalse();
    }

    [Fact]
    public void Configures_what_the_pool_offers()
    {
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "ON", SmsMfaConfiguration = new { } });

        _pool.Send("GetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId }).GetRawText()
            .ShouldBe("""{"SmsMfaConfiguration":{"SmsAuthenticationMessage":"Your authentication code is {####}."},"SoftwareTokenMfaConfiguration":{"Enabled":false},"MfaConfiguration":"ON","WebAuthnConfiguration":{"RelyingPartyId":"localhost","UserVerification":"preferred","FactorConfiguration":"SINGLE_FACTOR"}}""");
        _pool.Refusal("AssociateSoftwareToken", new { AccessToken = _token }).ShouldBe("SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool");
        _pool.Refusal("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "ON" }).ShouldStartWith("InvalidParameterException: Invalid MFA configuration");
    }

    [Fact]
    public void Configures_passkeys_and_leaves_them_where_they_are_not_named()
    {
        var passkeys = new { RelyingPartyId = "example.com", UserVerification = "required", FactorConfiguration = "MULTI_FACTOR_WITH_USER_VERIFICATION" };
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "OFF", WebAuthnConfiguration = passkeys });
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, MfaConfiguration = "OFF" }).GetProperty("WebAuthnConfiguration").GetRawText()
            .ShouldBe("""{"RelyingPartyId":"example.com","UserVerification":"required","FactorConfiguration":"MULTI_FACTOR_WITH_USER_VERIFICATION"}""");

        _pool.Refusal("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, WebAuthnConfiguration = new { UserVerification = "never" } }).ShouldStartWith("InvalidParameterException: ");
        _pool.Refusal("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, WebAuthnConfiguration = new { FactorConfiguration = "THREE" } }).ShouldStartWith("InvalidParameterException: ");
        _pool.Send("SetUserPoolMfaConfig", new { UserPoolId = _pool.PoolId, WebAuthnConfiguration = new { } }).TryGetProperty("WebAuthnConfiguration", out _).ShouldBeFalse("without a domain there are none");
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
