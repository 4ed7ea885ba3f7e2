using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Challenges;

public sealed class SecondFactorsTests
{
    [Theory]
    [InlineData("SMS_MFA", """{"CODE_DELIVERY_DELIVERY_MEDIUM":"SMS","CODE_DELIVERY_DESTINATION":"+********4567","USER_ID_FOR_SRP":"jane"}""")]
    [InlineData("EMAIL_OTP", """{"CODE_DELIVERY_DELIVERY_MEDIUM":"EMAIL","CODE_DELIVERY_DESTINATION":"j***@e***","USER_ID_FOR_SRP":"jane"}""")]
    public void A_sign_in_with_MFA_by_message_asks_for_a_code_of_six_digits(string factor, string parameters)
    {
        using var pool = new PoolUnderTest();
        pool.AddJaneWithPhone();
        pool.Pool.EnableMfa("jane", factor);

        var challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());

        challenge.GetProperty("ChallengeName").GetString().ShouldBe(factor);
        challenge.GetProperty("ChallengeParameters").GetRawText().ShouldBe(parameters);
        challenge.TryGetProperty("AuthenticationResult", out _).ShouldBeFalse();
        var message = pool.Inbox.Of("jane")[0];
        (message.Kind, message.Code.Length).ShouldBe(("mfa", 6));
        pool.RespondRefusal(challenge, ($"{factor}_CODE", "x")).ShouldBe("CodeMismatchException: Invalid code or auth state for the user.");
        IssuedTokens.Of(pool.Respond(challenge, ($"{factor}_CODE", message.Code)));
        pool.RespondRefusal(challenge, ($"{factor}_CODE", message.Code)).ShouldBe("NotAuthorizedException: Invalid session for the user, session can only be used once.");
    }

    [Fact]
    public void A_code_works_for_its_own_sign_in_only()
    {
        using var pool = new PoolUnderTest();
        pool.AddJaneWithPhone();
        pool.Pool.EnableMfa("jane", "SMS_MFA");
        pool.Send("InitiateAuth", pool.PasswordSignIn());
        var earlier = pool.Inbox.LatestCode("jane");
        var challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());
        while (pool.Inbox.LatestCode("jane") == earlier) challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());

        pool.RespondRefusal(challenge, ("SMS_MFA_CODE", earlier)).ShouldStartWith("CodeMismatchException");
    }

    [Fact]
    public void A_code_of_the_authenticator_app_is_accepted_once()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var secret = pool.Pool.AddSoftwareToken("jane");
        var code = Totp.Code(secret, pool.Clock.GetUtcNow());
        var challenge = pool.Send("InitiateAuth", pool.PasswordSignIn());
        var other = pool.Send("InitiateAuth", pool.PasswordSignIn());

        challenge.GetProperty("ChallengeName").GetString().ShouldBe("SOFTWARE_TOKEN_MFA");
        challenge.GetProperty("ChallengeParameters").GetRawText().ShouldBe("""{"USER_ID_FOR_SRP":"jane"}""");
        pool.RespondRefusal(challenge, ("SOFTWARE_TOKEN_MFA_CODE", Totp.Code(secret, pool.Clock.GetUtcNow().AddMinutes(5)))).ShouldBe("CodeMismatchException: Invalid code received for user");
        IssuedTokens.Of(pool.Respond(challenge, ("SOFTWARE_TOKEN_MFA_CODE", code)));
        pool.RespondRefusal(other, ("SOFTWARE_TOKEN_MFA_CODE", code)).ShouldBe("ExpiredCodeException: Your software token has already been used once.");
        pool.RespondRefusal(other, ("SOFTWARE_TOKEN_MFA_CODE", Totp.Code(secret, pool.Clock.GetUtcNow().AddSeconds(-30))))
            .ShouldBe("ExpiredCodeException: Your software token has already been used once.", "an older code must not work after a newer one");
        pool.Clock.Advance(TimeSpan.FromSeconds(30));
        IssuedTokens.Of(pool.Respond(other, ("SOFTWARE_TOKEN_MFA_CODE", Totp.Code(secret, pool.Clock.GetUtcNow()))));
    }

    [Theory]
    [InlineData("SOFTWARE_TOKEN_MFA", "SOFTWARE_TOKEN_MFA")]
    [InlineData("SMS_MFA", "SMS_MFA")]
    [InlineData("EMAIL_OTP", "EMAIL_OTP")]
    [InlineData("EMAIL_MFA", "EMAIL_OTP")]
    public void A_user_with_several_factors_chooses_one(string answer, string next)
    {
        using var pool = WithAllFactors(out var secret);
        var choice = pool.Send("InitiateAuth", pool.PasswordSignIn());

        choice.GetProperty("ChallengeName").GetString().ShouldBe("SELECT_MFA_TYPE");
        choice.GetProperty("ChallengeParameters").GetProperty("MFAS_CAN_CHOOSE").GetString().ShouldBe("""["EMAIL_OTP","SMS_MFA","SOFTWARE_TOKEN_MFA"]""");
        pool.RespondRefusal(choice, ("ANSWER", "WEB_AUTHN")).ShouldStartWith("MFAMethodNotFoundException");
        var challenge = pool.Respond(choice, ("ANSWER", answer));
        challenge.GetProperty("ChallengeName").GetString().ShouldBe(next);
        var code = next == "SOFTWARE_TOKEN_MFA" ? Totp.Code(secret, pool.Clock.GetUtcNow()) : pool.Inbox.LatestCode("jane");
        IssuedTokens.Of(pool.Respond(challenge, ($"{next}_CODE", code)));
        pool.RespondRefusal(choice, ("ANSWER", answer)).ShouldEndWith("session can only be used once.");
    }

    [Fact]
    public void The_preferred_factor_is_used_without_a_choice()
    {
        using var pool = WithAllFactors(out _);
        pool.Pool.EnableMfa("jane", "SMS_MFA", preferred: true);

        pool.Send("InitiateAuth", pool.PasswordSignIn()).GetProperty("ChallengeName").GetString().ShouldBe("SMS_MFA");
    }

    [Fact]
    public void No_sign_in_asks_for_a_second_factor_when_the_pool_has_none()
    {
        using var pool = WithAllFactors(out _);
        pool.Send("SetUserPoolMfaConfig", new { UserPoolId = pool.PoolId, MfaConfiguration = "OFF" });

        IssuedTokens.Of(pool.Send("InitiateAuth", pool.PasswordSignIn()));
    }

    [Fact]
    public void A_phone_number_is_the_second_factor_when_the_pool_requires_one()
    {
        using var pool = new PoolUnderTest(options => options.Pool.MfaConfiguration = MfaConfiguration.On);
        pool.AddJaneWithPhone();

        pool.Send("InitiateAuth", pool.PasswordSignIn()).GetProperty("ChallengeName").GetString().ShouldBe("SMS_MFA");
    }

    [Fact]
    public void A_factor_without_a_contact_is_ignored()
    {
        using var pool = new PoolUnderTest();
        pool.AddJaneWithPhone();
        pool.Pool.EnableMfa("jane", "SMS_MFA");
        pool.Send("AdminUpdateUserAttributes", new { UserPoolId = pool.PoolId, Username = "jane", UserAttributes = (object[])[new { Name = "phone_number", Value = "" }] });

        IssuedTokens.Of(pool.Send("InitiateAuth", pool.PasswordSignIn()));
    }

    private static PoolUnderTest WithAllFactors(out string secret)
    {
        var pool = new PoolUnderTest();
        pool.AddJaneWithPhone();
        pool.Pool.EnableMfa("jane", "SMS_MFA");
        pool.Pool.EnableMfa("jane", "EMAIL_OTP");
        secret = pool.Pool.AddSoftwareToken("jane");
        return pool;
    }
}
