using System.Text.Json.Nodes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>A signed-in user: what the gateway sends, reads and repeats.</summary>
public sealed class SignedInUserTests
{
    private static readonly Secret Token = new("access-1");
    private static readonly TotpOwner SignedIn = new TotpOwner.SignedIn(Token);
    private static readonly TotpOwner SigningIn = new TotpOwner.SigningIn(new Secret("a session"));

    private static readonly Dictionary<string, (Func<ICognitoGateway, Task<AuthError?>> Call, string Body)> Calls = new(StringComparer.Ordinal)
    {
        ["AssociateSoftwareToken"] = (async gateway => (await gateway.AssociateSoftwareToken(SignedIn, default)).Error, """{"AccessToken":"access-1"}"""),
        ["VerifySoftwareToken"] = (
            async gateway => (await gateway.VerifySoftwareToken(SignedIn, new Secret("123456"), "phone", default)).Error,
            """{"AccessToken":"access-1","UserCode":"123456","FriendlyDeviceName":"phone"}"""),
        ["SetUserMFAPreference"] = (
            async gateway => (await gateway.SetUserMFAPreference(Token, new MfaPreferences { Totp = new(true, true), Email = new(false, null), Passkey = new(true, false) }, default)).Error,
            """{"AccessToken":"access-1","SoftwareTokenMfaSettings":{"Enabled":true,"PreferredMfa":true},"EmailMfaSettings":{"Enabled":false},"WebAuthnMfaSettings":{"Enabled":true}}"""),
        ["GetUserAuthFactors"] = (async gateway => (await gateway.GetUserAuthFactors(Token, default)).Error, """{"AccessToken":"access-1"}"""),
        ["ChangePassword"] = (
            async gateway => (await gateway.ChangePassword(Token, new Secret("old"), new Secret("new"), default)).Error,
            """{"AccessToken":"access-1","PreviousPassword":"old","ProposedPassword":"new"}"""),
        ["UpdateUserAttributes"] = (
            async gateway => (await gateway.UpdateUserAttributes(Token, TestData.Map(("name", "Jane")), default)).Error,
            """{"AccessToken":"access-1","UserAttributes":[{"Name":"name","Value":"Jane"}]}"""),
        ["DeleteUserAttributes"] = (async gateway => (await gateway.DeleteUserAttributes(Token, ["name"], default)).Error, """{"AccessToken":"access-1","UserAttributeNames":["name"]}"""),
        ["GetUserAttributeVerificationCode"] = (
            async gateway => (await gateway.GetUserAttributeVerificationCode(Token, "email", default)).Error,
            """{"AccessToken":"access-1","AttributeName":"email"}"""),
        ["VerifyUserAttribute"] = (
            async gateway => (await gateway.VerifyUserAttribute(Token, "email", new Secret("123456"), default)).Error,
            """{"AccessToken":"access-1","AttributeName":"email","Code":"123456"}"""),
        ["DeleteUser"] = (async gateway => (await gateway.DeleteUser(Token, default)).Error, """{"AccessToken":"access-1"}"""),
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_is_sent_with_the_users_token_and_without_the_client_secret(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(["my-client-secret"], null, CognitoResponses.Ok("""{"SecretCode":"ABC","Status":"SUCCESS","Username":"jane"}"""));

        (await Calls[operation].Call(pool.Gateway)).ShouldBeNull();

        var request = pool.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe($"AWSCognitoIdentityProviderService.{operation}");
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse(Calls[operation].Body)).ShouldBeTrue(request.Body);
    }

    // ---- responses

    [Fact]
    public async Task An_authenticator_is_set_up_in_a_sign_in_by_its_session()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("""{"SecretCode":"ABC","Session":"next"}"""), CognitoResponses.Ok("""{"Status":"SUCCESS","Session":"last"}"""));

        (await pool.Gateway.AssociateSoftwareToken(SigningIn, default)).Value.ShouldBe(new TotpSecret(new Secret("ABC"), new Secret("next")));
        (await pool.Gateway.VerifySoftwareToken(SigningIn, new Secret("123456"), null, default)).Value.ShouldBe(new Secret("last"));

        pool.Requests.Select(request => request.Body).ShouldBe(["""{"Session":"a session"}""", """{"Session":"a session","UserCode":"123456"}"""]);
    }

    [Fact]
    public async Task A_verification_with_the_status_ERROR_is_a_wrong_code()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("""{"Status":"ERROR"}"""), CognitoResponses.Error("EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA"));

        (await pool.Gateway.VerifySoftwareToken(SignedIn, new Secret("123456"), null, default)).Error!.Code.ShouldBe("code_mismatch");
        (await pool.Gateway.VerifySoftwareToken(SignedIn, new Secret("123456"), null, default)).Error!.Code.ShouldBe("code_mismatch");
    }

    [Fact]
    public async Task A_response_without_a_secret_is_invalid()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("{}"));

        (await pool.Gateway.AssociateSoftwareToken(SignedIn, default)).Error!.Code.ShouldBe("upstream_invalid");
    }

    [Fact]
    public async Task The_gateway_reads_the_factors()
    {
        await using var pool = await GatewayUnderTest.Start(
            CognitoResponses.Ok("""{"Username":"jane","PreferredMfaSetting":"SMS_MFA","UserMFASettingList":["SMS_MFA"],"ConfiguredUserAuthFactors":["PASSWORD","WEB_AUTHN"]}"""),
            CognitoResponses.Ok("""{"Username":"jane"}"""));

        var factors = (await pool.Gateway.GetUserAuthFactors(Token, default)).Value;
        factors.PreferredMfa.ShouldBe("SMS_MFA");
        factors.Mfa.ShouldBe(["SMS_MFA"]);
        factors.Factors.ShouldBe(["PASSWORD", "WEB_AUTHN"]);

        var none = (await pool.Gateway.GetUserAuthFactors(Token, default)).Value;
        none.PreferredMfa.ShouldBeNull();
        none.Mfa.ShouldBeEmpty();
        none.Factors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_gateway_reads_where_codes_were_sent()
    {
        const string Details = """{"DeliveryMedium":"EMAIL","Destination":"j***@e***","AttributeName":"email"}""";
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok($$"""{"CodeDeliveryDetailsList":[{{Details}}],"CodeDeliveryDetails":{{Details}}}"""));

        (await pool.Gateway.UpdateUserAttributes(Token, TestData.Map(("email", "j@example.org")), default)).Value.ShouldBe([new CodeDelivery("EMAIL", "j***@e***", "email")]);
        (await pool.Gateway.GetUserAttributeVerificationCode(Token, "email", default)).Value.ShouldBe(new CodeDelivery("EMAIL", "j***@e***", "email"));
    }

    // ---- refusals

    [Theory]
    [InlineData("NotAuthorizedException", "Incorrect username or password.", "invalid_credentials")]
    [InlineData("NotAuthorizedException", "Password attempts exceeded", "attempts_exceeded")]
    [InlineData("NotAuthorizedException", "Access Token has been revoked", "invalid_token")]
    [InlineData("LimitExceededException", "Attempt limit exceeded, please try after some time.", "attempts_exceeded")]
    [InlineData("PasswordHistoryPolicyViolationException", "…", "password_reused")]
    public async Task A_password_that_was_not_changed_has_the_error_of_its_reason(string type, string message, string code)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, message));

        (await Calls["ChangePassword"].Call(pool.Gateway))!.Code.ShouldBe(code);
        pool.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_error_of_a_weak_password_names_its_member()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("InvalidPasswordException", "Password did not conform with policy: Password not long enough"));

        var error = (await Calls["ChangePassword"].Call(pool.Gateway)).ShouldNotBeNull();

        error.Code.ShouldBe("invalid_password");
        error.Errors!.Keys.ShouldBe(["newPassword"]);
    }

    [Fact]
    public async Task A_refused_session_and_a_refused_token_have_different_errors()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("NotAuthorizedException", "A text that Cognito has never used"));

        (await pool.Gateway.AssociateSoftwareToken(SignedIn, default)).Error!.Code.ShouldBe("invalid_token");
        (await pool.Gateway.AssociateSoftwareToken(SigningIn, default)).Error!.Code.ShouldBe("invalid_session");
        (await pool.Gateway.VerifySoftwareToken(SignedIn, new Secret("123456"), null, default)).Error!.Code.ShouldBe("invalid_token");
        (await pool.Gateway.VerifySoftwareToken(SigningIn, new Secret("123456"), null, default)).Error!.Code.ShouldBe("invalid_session");
    }

    // ---- lost responses

    [Theory]
    [InlineData("VerifySoftwareToken")]
    [InlineData("ChangePassword")]
    [InlineData("UpdateUserAttributes")]
    [InlineData("GetUserAttributeVerificationCode")]
    [InlineData("VerifyUserAttribute")]
    public async Task An_operation_that_uses_a_code_or_password_or_sends_messages_is_not_repeated(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset);

        var error = (await Calls[operation].Call(pool.Gateway)).ShouldNotBeNull();

        error.Code.ShouldBe("outcome_unknown");
        error.Detail.Length.ShouldBeGreaterThan(AuthErrors.OutcomeUnknown.Detail.Length, "it says what to do");
        pool.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("AssociateSoftwareToken")]
    [InlineData("SetUserMFAPreference")]
    [InlineData("GetUserAuthFactors")]
    [InlineData("DeleteUserAttributes")]
    [InlineData("DeleteUser")]
    public async Task A_harmless_operation_is_repeated(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, CognitoResponses.Ok("""{"SecretCode":"ABC","Status":"SUCCESS","Username":"jane"}"""));

        (await Calls[operation].Call(pool.Gateway)).ShouldBeNull();
        pool.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("UserNotFoundException", "User does not exist.")]
    [InlineData("NotAuthorizedException", "Access Token has been revoked")]
    public async Task A_missing_user_was_deleted_when_only_the_response_was_lost(string type, string message)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, CognitoResponses.Error(type, message));

        (await Calls["DeleteUser"].Call(pool.Gateway)).ShouldBeNull();
        pool.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_missing_user_counts_as_deleted_and_a_signed_out_user_does_not()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("UserNotFoundException", "User does not exist."), CognitoResponses.Error("NotAuthorizedException", "Access Token has been revoked"));

        (await Calls["DeleteUser"].Call(pool.Gateway)).ShouldBeNull("a caller that lost the response repeats the call");
        (await Calls["DeleteUser"].Call(pool.Gateway))!.Code.ShouldBe("invalid_token");
    }
}
