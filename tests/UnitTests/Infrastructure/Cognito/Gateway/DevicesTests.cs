using System.Text.Json.Nodes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>Devices: what the gateway sends, reads and repeats, and how sign-ins on forgotten devices continue.</summary>
public sealed class DevicesTests
{
    private const string Key = ValidRequests.DeviceKey;
    private const string Tokens = """{"AuthenticationResult":{"AccessToken":"a","IdToken":"i","RefreshToken":"r","ExpiresIn":3600,"TokenType":"Bearer"}}""";

    private static readonly Secret Token = new("access-1");
    private static readonly RequestDelegate Forgotten = CognitoResponses.Error("ResourceNotFoundException", "Device does not exist.");

    private static readonly Dictionary<string, (Func<ICognitoGateway, Task<AuthError?>> Call, string Body)> Calls = new(StringComparer.Ordinal)
    {
        ["ConfirmDevice"] = (
            async gateway => (await gateway.ConfirmDevice(Token, Key, "laptop", new DeviceSecretVerifier(new Secret("c2FsdA=="), new Secret("dmVyaWZpZXI=")), default)).Error,
            $$$"""{"AccessToken":"access-1","DeviceKey":"{{{Key}}}","DeviceName":"laptop","DeviceSecretVerifierConfig":{"Salt":"c2FsdA==","PasswordVerifier":"dmVyaWZpZXI="}}"""),
        ["ListDevices"] = (async gateway => (await gateway.ListDevices(Token, 2, "next", default)).Error, """{"AccessToken":"access-1","Limit":2,"PaginationToken":"next"}"""),
        ["GetDevice"] = (async gateway => (await gateway.GetDevice(Token, Key, default)).Error, $$"""{"AccessToken":"access-1","DeviceKey":"{{Key}}"}"""),
        ["UpdateDeviceStatus"] = (
            async gateway => (await gateway.UpdateDeviceStatus(Token, Key, remembered: false, default)).Error,
            $$"""{"AccessToken":"access-1","DeviceKey":"{{Key}}","DeviceRememberedStatus":"not_remembered"}"""),
        ["ForgetDevice"] = (async gateway => (await gateway.ForgetDevice(Token, Key, default)).Error, $$"""{"AccessToken":"access-1","DeviceKey":"{{Key}}"}"""),
    };

    private static readonly RequestDelegate Found = CognitoResponses.Ok($$$"""{"Device":{"DeviceKey":"{{{Key}}}"}}""");

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_is_sent_with_the_users_token_and_without_the_client_secret(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(["my-client-secret"], null, Found);

        (await Calls[operation].Call(pool.Gateway)).ShouldBeNull();

        var request = pool.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe($"AWSCognitoIdentityProviderService.{operation}");
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse(Calls[operation].Body)).ShouldBeTrue(request.Body);
    }

    // ---- responses

    [Theory]
    [InlineData("""{"UserConfirmationNecessary":true}""", true)]
    [InlineData("""{"UserConfirmationNecessary":false}""", false)]
    [InlineData("{}", false)]
    public async Task A_confirmation_returns_whether_the_user_must_be_asked(string response, bool isNecessary)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok(response));

        (await pool.Gateway.ConfirmDevice(Token, Key, null, new DeviceSecretVerifier(null, null), default)).Value.ShouldBe(isNecessary);
    }

    [Fact]
    public async Task The_gateway_reads_a_device()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok(
            $$$"""
            {"Device":{"DeviceKey":"{{{Key}}}","DeviceCreateDate":1767323045,"DeviceLastModifiedDate":1767323046,"DeviceLastAuthenticatedDate":1767323047.5,
            "DeviceAttributes":[{"Name":"device_status","Value":"valid"},{"Name":"device_name","Value":"laptop"},{"Name":"dev:device_remembered_status","Value":"remembered"},
            {"Name":"last_ip_used","Value":"192.0.2.1"},{"Name":"later","Value":"what Cognito may add"}]}}
            """));

        (await pool.Gateway.GetDevice(Token, Key, default)).Value.ShouldBe(new Device(
            Key,
            "laptop",
            Remembered: true,
            "192.0.2.1",
            DateTimeOffset.FromUnixTimeSeconds(1767323045),
            DateTimeOffset.FromUnixTimeSeconds(1767323046),
            DateTimeOffset.FromUnixTimeMilliseconds(1767323047500)));
    }

    [Fact]
    public async Task Members_that_Cognito_leaves_out_stay_empty()
    {
        await using var pool = await GatewayUnderTest.Start(Found);

        (await pool.Gateway.GetDevice(Token, Key, default)).Value.ShouldBe(new Device(Key, null, null, null, null, null, null));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Device":{"DeviceKey":"us-east-1_another"}}""")]
    public async Task A_response_that_is_not_the_device_is_invalid(string response)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok(response));

        (await pool.Gateway.GetDevice(Token, Key, default)).Error!.Code.ShouldBe("upstream_invalid");
    }

    [Fact]
    public async Task The_gateway_reads_a_page_of_devices()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok($$"""{"Devices":[{"DeviceKey":"{{Key}}"}],"PaginationToken":"next"}"""), CognitoResponses.Ok("{}"));

        var page = (await pool.Gateway.ListDevices(Token, null, null, default)).Value;
        page.Devices.Select(device => device.Key).ShouldBe([Key]);
        page.NextToken.ShouldBe("next");
        var last = (await pool.Gateway.ListDevices(Token, null, null, default)).Value;
        last.Devices.ShouldBeEmpty();
        last.NextToken.ShouldBeNull();
    }

    // ---- refusals

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Refusals_by_Cognito_have_their_own_errors(string operation)
    {
        (string Type, string Message, string Code)[] refusals =
        [
            ("ResourceNotFoundException", "Device does not exist.", "not_found"),
            ("InvalidUserPoolConfigurationException", "Device tracking is not configured for the user pool.", "not_enabled"),
            ("DeviceKeyExistsException", "Device key already exists.", "conflict"),
            ("InvalidParameterException", "Invalid device key given.", "invalid_parameter"),
            ("NotAuthorizedException", "Access Token has been revoked", "invalid_token"),
            ("UserNotConfirmedException", "User is not confirmed.", "user_not_confirmed"),
        ];
        await using var pool = await GatewayUnderTest.Start([.. refusals.Select(refusal => CognitoResponses.Error(refusal.Type, refusal.Message))]);

        foreach (var (type, _, code) in refusals) (await Calls[operation].Call(pool.Gateway)).ShouldNotBeNull(type).Code.ShouldBe(code, type);
    }

    // ---- lost responses

    [Fact]
    public async Task A_confirmation_is_not_repeated_and_its_error_says_what_to_do()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset);

        var error = (await Calls["ConfirmDevice"].Call(pool.Gateway)).ShouldNotBeNull();

        (error.Code, pool.Requests.Count).ShouldBe(("outcome_unknown", 1));
        error.Detail.ShouldContain("the error conflict then means that the device was confirmed");
    }

    [Theory]
    [InlineData("ListDevices")]
    [InlineData("GetDevice")]
    [InlineData("UpdateDeviceStatus")]
    [InlineData("ForgetDevice")]
    public async Task A_harmless_operation_is_repeated(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, Found);

        (await Calls[operation].Call(pool.Gateway)).ShouldBeNull();
        pool.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_missing_device_was_forgotten_when_only_the_response_was_lost()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, Forgotten);

        (await Calls["ForgetDevice"].Call(pool.Gateway)).ShouldBeNull();
        (await Calls["ForgetDevice"].Call(pool.Gateway))!.Code.ShouldBe("not_found", "no response was lost this time");
    }

    // ---- sign-ins

    [Fact]
    public async Task A_sign_in_continues_as_on_a_new_device_when_the_device_of_the_answer_was_forgotten()
    {
        await using var pool = await GatewayUnderTest.Start(Forgotten, CognitoResponses.Ok(Tokens));

        var outcome = await Respond(pool, "PASSWORD_VERIFIER", new ChallengeAnswer.SrpStart("a1"), Key);

        outcome.Value.ShouldBeOfType<SignInOutcome.Tokens>();
        pool.Requests.Select(Responses).ShouldBe(["DEVICE_KEY SRP_A USERNAME", "SRP_A USERNAME"]);
    }

    [Fact]
    public async Task A_sign_in_continues_as_on_a_new_device_when_raw_responses_name_a_forgotten_device()
    {
        await using var pool = await GatewayUnderTest.Start(Forgotten, CognitoResponses.Ok(Tokens));

        var outcome = await Respond(pool, "A_CHALLENGE_OF_NEXT_YEAR", new ChallengeAnswer.Raw(new Dictionary<string, Secret>(StringComparer.Ordinal) { ["DEVICE_KEY"] = new(Key), ["ANSWER"] = new("yes") }));

        outcome.Value.ShouldBeOfType<SignInOutcome.Tokens>();
        pool.Requests.Select(Responses).ShouldBe(["ANSWER DEVICE_KEY USERNAME", "ANSWER USERNAME"]);
    }

    [Fact]
    public async Task A_sign_in_continues_as_on_a_new_device_when_the_device_of_its_start_was_forgotten()
    {
        await using var pool = await GatewayUnderTest.Start(Forgotten, CognitoResponses.Ok(Tokens));

        var outcome = await pool.Gateway.StartSignIn("jane", new SignInStart.Srp("1") { DeviceKey = Key }, default);

        outcome.Value.ShouldBeOfType<SignInOutcome.Tokens>();
        pool.Requests.Select(request => Members(request, "AuthParameters")).ShouldBe(["DEVICE_KEY SRP_A USERNAME", "SRP_A USERNAME"]);
    }

    [Theory]
    [InlineData("DEVICE_SRP_AUTH")]
    [InlineData("DEVICE_PASSWORD_VERIFIER")]
    public async Task The_challenges_of_a_forgotten_device_return_that_it_was_not_found(string challenge)
    {
        await using var pool = await GatewayUnderTest.Start(Forgotten);

        (await Respond(pool, challenge, new ChallengeAnswer.SrpStart("a1"), Key)).Error!.Code.ShouldBe("not_found");
        pool.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_a_device_or_refused_for_another_reason_is_not_sent_again()
    {
        await using var pool = await GatewayUnderTest.Start(
            Forgotten, CognitoResponses.Error("NotAuthorizedException", "Incorrect username or password."), CognitoResponses.Error("ResourceNotFoundException", "User pool client 1example23456789 does not exist."));
        Task<Result<SignInOutcome>> Send(string? deviceKey) => Respond(pool, "PASSWORD_VERIFIER", new ChallengeAnswer.SrpStart("a1"), deviceKey);

        (await Send(null)).Error!.Code.ShouldBe("not_found");
        (await Send(Key)).Error!.Code.ShouldBe("invalid_credentials");
        (await Send(Key)).Error!.Code.ShouldBe("misconfigured");
        pool.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", "Device does not exist.")]
    [InlineData("NotAuthorizedException", "Invalid Refresh Token")]
    public async Task A_session_ends_with_its_device(string type, string message)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, message));

        (await pool.Gateway.GetTokensFromRefreshToken(new Secret("r"), Key, default)).Error!.Code.ShouldBe("invalid_refresh_token");
    }

    private static Task<Result<SignInOutcome>> Respond(GatewayUnderTest pool, string challenge, ChallengeAnswer answer, string? deviceKey = null) =>
        pool.Gateway.RespondToAuthChallenge(new AnsweredChallenge(challenge, new Secret("s"), "jane", answer) { DeviceKey = deviceKey }, default);

    private static string Responses(SentRequest request) => Members(request, "ChallengeResponses");

    private static string Members(SentRequest request, string name) =>
        string.Join(' ', JsonNode.Parse(request.Body)![name]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
}
