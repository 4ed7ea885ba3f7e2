using System.Text.Json.Nodes;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>What the gateway sends and reads. Faults are in CognitoGatewayFaultsTests.</summary>
public sealed class CognitoGatewayTests
{
    private const string FirstSecret = "my-client-secret";
    private const string SecondSecret = "my-second-secret";
    private const string Jane = "jane@example.com";

    // Computed without this code, by the rule of docs/cognito.md#secret-hash.
    private const string HashOfFirst = "Aq0HXBxh/pSG6ax7fH/eioi2UUJiWMf75DhgoKJ33Xk=";

    private static readonly string HashOfSecond = PoolUnderTest.SecretHash(Jane, SecondSecret, GatewayUnderTest.ClientId);

    [Fact]
    public async Task A_sign_up_is_sent_with_the_secret_hash()
    {
        await using var pool = await GatewayUnderTest.Start([FirstSecret], null, CognitoResponses.SignedUp);

        await pool.Gateway.SignUp(Jane, new Secret("Passw0rd!"), TestData.Map(("email", Jane)), TestData.Map(("invitation", "7")), default);

        var request = pool.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe("AWSCognitoIdentityProviderService.SignUp");
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse($$"""
            {
              "ClientId": "{{GatewayUnderTest.ClientId}}", "SecretHash": "{{HashOfFirst}}", "Username": "{{Jane}}", "Password": "Passw0rd!",
              "UserAttributes": [{ "Name": "email", "Value": "{{Jane}}" }], "ValidationData": [{ "Name": "invitation", "Value": "7" }]
            }
            """)).ShouldBeTrue(request.Body);
    }

    [Fact]
    public async Task A_sign_in_is_sent_with_the_secret_hash_among_its_parameters()
    {
        await using var pool = await GatewayUnderTest.Start([FirstSecret], null, CognitoResponses.Ok("""{"ChallengeName":"SMS_MFA","Session":"s"}"""));

        await SignIn(pool);

        var body = Body(pool.Requests.Single());
        body["AuthFlow"]!.GetValue<string>().ShouldBe("USER_PASSWORD_AUTH");
        JsonNode.DeepEquals(body["AuthParameters"], JsonNode.Parse($$"""{"USERNAME":"{{Jane}}","PASSWORD":"Passw0rd!","SECRET_HASH":"{{HashOfFirst}}"}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_public_client_sends_no_hash()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.SignedUp);

        await SignUp(pool);

        Body(pool.Requests.Single()).ContainsKey("SecretHash").ShouldBeFalse();
    }

    [Fact]
    public async Task The_clients_secret_itself_is_sent_where_Cognito_requires_it()
    {
        await using var pool = await GatewayUnderTest.Start([FirstSecret], null, CognitoResponses.Ok("{}"));

        await pool.Gateway.RevokeToken(new Secret("refresh-1"), default);
        await pool.Gateway.GetTokensFromRefreshToken(new Secret("refresh-1"), "eu-west-1_0a", default);

        pool.Requests.Select(request => Body(request)["ClientSecret"]!.GetValue<string>()).ShouldBe([FirstSecret, FirstSecret]);
    }

    [Fact]
    public async Task The_device_fingerprint_and_the_address_are_passed_on()
    {
        await using var pool = await GatewayUnderTest.Start([], new Secret("fingerprint"), CognitoResponses.SignedUp);

        await SignUp(pool);

        JsonNode.DeepEquals(Body(pool.Requests.Single())["UserContextData"], JsonNode.Parse("""{"EncodedData":"fingerprint","IpAddress":"192.0.2.7"}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_address_is_not_sent_without_a_fingerprint()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.SignedUp);

        await SignUp(pool);

        Body(pool.Requests.Single()).ContainsKey("UserContextData").ShouldBeFalse();
    }

    // ---- client secrets

    [Theory]
    [InlineData("Unable to verify secret hash for client 1example23456789")]
    [InlineData("SecretHash does not match for the client: 1example23456789")]
    [InlineData("Client 1example23456789 is configured with secret but SECRET_HASH was not received")]
    public async Task The_next_secret_is_used_from_then_on_when_Cognito_refuses_the_first(string refusal)
    {
        await using var pool = await GatewayUnderTest.Start([FirstSecret, SecondSecret], null, CognitoResponses.Error("NotAuthorizedException", refusal), CognitoResponses.SignedUp);

        (await SignUp(pool)).Error.ShouldBeNull();
        (await SignUp(pool)).Error.ShouldBeNull();

        HashesSent(pool).ShouldBe([HashOfFirst, HashOfSecond, HashOfSecond]);
    }

    [Fact]
    public async Task A_token_is_revoked_with_the_next_secret_when_Cognito_refuses_the_first()
    {
        await using var pool = await GatewayUnderTest.Start([FirstSecret, SecondSecret], null, CognitoResponses.Error("UnauthorizedException", "Invalid client id or client secret."), CognitoResponses.Ok("{}"));

        (await pool.Gateway.RevokeToken(new Secret("refresh-1"), default)).Error.ShouldBeNull();

        pool.Requests.Select(request => Body(request)["ClientSecret"]!.GetValue<string>()).ShouldBe([FirstSecret, SecondSecret]);
    }

    [Fact]
    public async Task The_first_secret_is_used_again_when_Cognito_refuses_the_second()
    {
        var refused = CognitoResponses.Error("NotAuthorizedException", "Unable to verify secret hash for client 1example23456789");
        await using var pool = await GatewayUnderTest.Start([FirstSecret, SecondSecret], null, refused, CognitoResponses.SignedUp, refused, CognitoResponses.SignedUp);

        await SignUp(pool);
        (await SignUp(pool)).Error.ShouldBeNull();

        HashesSent(pool).ShouldBe([HashOfFirst, HashOfSecond, HashOfSecond, HashOfFirst]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public async Task The_error_is_misconfigured_when_Cognito_refuses_every_secret(int secrets, int requests)
    {
        string[] list = [FirstSecret, SecondSecret];
        await using var pool = await GatewayUnderTest.Start(list[..secrets], null, CognitoResponses.Error("NotAuthorizedException", "Unable to verify secret hash for client 1example23456789"));

        (await SignUp(pool)).Error.ShouldBe(AuthErrors.Misconfigured.Because("NotAuthorizedException"));
        pool.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_wrong_password_is_not_tried_with_the_next_secret()
    {
        await using var pool = await GatewayUnderTest.Start([FirstSecret, SecondSecret], null, CognitoResponses.Error("NotAuthorizedException", "Incorrect username or password."));

        (await SignIn(pool)).Error!.Is(AuthErrors.InvalidCredentials).ShouldBeTrue();
        pool.Requests.Count.ShouldBe(1);
    }

    // ---- responses

    [Fact]
    public async Task The_gateway_reads_the_outcome_of_a_sign_up()
    {
        await using var pool = await GatewayUnderTest.Start(
            CognitoResponses.Ok("""{"UserConfirmed":false,"UserSub":"sub-1","Session":"s","CodeDeliveryDetails":{"DeliveryMedium":"EMAIL","Destination":"j***@e***","AttributeName":"email"}}"""),
            CognitoResponses.SignedUp,
            CognitoResponses.Ok("""{"UserConfirmed":true,"UserSub":"sub-1"}"""),
            CognitoResponses.Ok("{}"));

        (await SignUp(pool)).Value.ShouldBe(new SignUpOutcome.ConfirmationRequired(new CodeDelivery("EMAIL", "j***@e***", "email"), new Secret("s"), "sub-1"));
        (await SignUp(pool)).Value.ShouldBe(new SignUpOutcome.ConfirmationRequired(new CodeDelivery(null, null, null), null, "sub-1"));
        (await SignUp(pool)).Value.ShouldBe(new SignUpOutcome.Confirmed("sub-1"));
        // The account may have been created nevertheless.
        (await SignUp(pool)).Error!.Is(AuthErrors.OutcomeUnknown).ShouldBeTrue();
    }

    [Fact]
    public async Task The_gateway_reads_tokens_and_a_new_device()
    {
        await using var pool = await GatewayUnderTest.Start(
            CognitoResponses.Ok("""
                {"AuthenticationResult":{"AccessToken":"a","IdToken":"i","RefreshToken":"r","TokenType":"Bearer","ExpiresIn":300,"NewDeviceMetadata":{"DeviceKey":"k","DeviceGroupKey":"g"}}}
                """),
            CognitoResponses.Ok("""{"AuthenticationResult":{"AccessToken":"a","ExpiresIn":300}}"""),
            CognitoResponses.Ok("""{"AuthenticationResult":{"IdToken":"i","ExpiresIn":300}}"""),
            CognitoResponses.Ok("{}"));

        (await SignIn(pool)).Value.ShouldBe(new SignInOutcome.Tokens(new TokenSet(new Secret("a"), new Secret("i"), new Secret("r"), "Bearer", 300), new NewDevice("k", "g")));
        (await SignIn(pool)).Value.ShouldBe(new SignInOutcome.Tokens(new TokenSet(new Secret("a"), null, null, "Bearer", 300)));
        (await SignIn(pool)).Error!.Is(AuthErrors.UpstreamInvalid).ShouldBeTrue();
        (await SignIn(pool)).Error!.Is(AuthErrors.UpstreamInvalid).ShouldBeTrue();
    }

    [Fact]
    public async Task The_gateway_reads_a_profile()
    {
        await using var pool = await GatewayUnderTest.Start(
            CognitoResponses.Ok("""{"Username":"jane","UserAttributes":[{"Name":"sub","Value":"sub-1"},{"Name":"nickname"}],"PreferredMfaSetting":"SMS_MFA","UserMFASettingList":["SMS_MFA"]}"""),
            CognitoResponses.Ok("""{"Username":"jane"}"""));

        var profile = (await pool.Gateway.GetUser(new Secret("access-1"), default)).Value;
        profile.Username.ShouldBe("jane");
        profile.Attributes.ShouldBe(TestData.Map(("sub", "sub-1"), ("nickname", "")), ignoreOrder: true);
        profile.PreferredMfa.ShouldBe("SMS_MFA");
        profile.EnabledMfa.ShouldBe(["SMS_MFA"]);

        var bare = (await pool.Gateway.GetUser(new Secret("access-1"), default)).Value;
        bare.Attributes.ShouldBeEmpty();
        bare.EnabledMfa.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Refresh Token has been revoked")]
    [InlineData("Refresh Token has expired")]
    [InlineData("Invalid Refresh Token")]
    public async Task A_refresh_token_that_is_no_longer_valid_counts_as_revoked(string refusal)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("NotAuthorizedException", refusal));

        (await pool.Gateway.RevokeToken(new Secret("refresh-1"), default)).Error.ShouldBeNull();
        (await pool.Gateway.GetTokensFromRefreshToken(new Secret("refresh-1"), null, default)).Error!.Is(AuthErrors.InvalidRefreshToken).ShouldBeTrue();
    }

    [Theory]
    [InlineData("UnsupportedOperationException", "not_enabled")]
    [InlineData("UnsupportedTokenTypeException", "invalid_parameter")]
    [InlineData("OperationNotEnabledException", "not_enabled")]
    [InlineData("UnauthorizedException", "invalid_parameter")]
    public async Task A_token_that_cannot_be_revoked_has_the_error_of_its_reason(string type, string code)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, "…"));
        (await pool.Gateway.RevokeToken(new Secret("refresh-1"), default)).Error!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task The_name_of_an_error_decides_and_not_the_status(int status)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("CodeMismatchException", "…", status));
        (await pool.Gateway.ConfirmSignUp(Jane, new Secret("1"), null, default)).Error!.Is(AuthErrors.CodeMismatch).ShouldBeTrue();
    }

    [Fact]
    public async Task The_error_of_a_refused_password_names_its_member()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("InvalidPasswordException", "Password did not conform with policy: Password not long enough"));

        (await SignUp(pool)).Error!.Errors!.Keys.ShouldBe(["password"]);
        (await pool.Gateway.ConfirmForgotPassword(Jane, new Secret("1"), new Secret("p"), default)).Error!.Errors!.Keys.ShouldBe(["newPassword"]);
    }

    [Fact]
    public async Task A_missing_user_has_the_error_of_the_operation()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("UserNotFoundException", "User does not exist."));

        (await SignIn(pool)).Error!.Code.ShouldBe("invalid_credentials");
        (await pool.Gateway.ConfirmSignUp(Jane, new Secret("1"), null, default)).Error!.Code.ShouldBe("code_mismatch");
        (await pool.Gateway.ConfirmForgotPassword(Jane, new Secret("1"), new Secret("p"), default)).Error!.Code.ShouldBe("code_mismatch");
        (await pool.Gateway.ForgotPassword(Jane, default)).Error!.Code.ShouldBe("not_found");
        (await pool.Gateway.ResendConfirmationCode(Jane, default)).Error!.Code.ShouldBe("not_found");
        (await pool.Gateway.GetTokensFromRefreshToken(new Secret("r"), null, default)).Error!.Code.ShouldBe("invalid_refresh_token");
        (await pool.Gateway.GetUser(new Secret("a"), default)).Error!.Code.ShouldBe("invalid_token");
        (await pool.Gateway.GlobalSignOut(new Secret("a"), default)).Error!.Code.ShouldBe("invalid_token");
    }

    private static Task<Result<SignUpOutcome>> SignUp(GatewayUnderTest pool) => pool.Gateway.SignUp(Jane, new Secret("Passw0rd!"), null, null, default);

    private static Task<Result<SignInOutcome>> SignIn(GatewayUnderTest pool) =>
        pool.Gateway.StartSignIn(Jane, new SignInStart.Password(new Secret("Passw0rd!")), default);

    private static IEnumerable<string?> HashesSent(GatewayUnderTest pool) => pool.Requests.Select(request => Body(request)["SecretHash"]?.GetValue<string>());

    private static JsonObject Body(SentRequest request) => JsonNode.Parse(request.Body)!.AsObject();
}
