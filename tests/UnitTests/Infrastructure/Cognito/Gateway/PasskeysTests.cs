using System.Text.Json.Nodes;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>Passkeys: what the gateway sends, reads and repeats.</summary>
public sealed class PasskeysTests
{
    // Every kind of JSON value.
    private const string Json = """{"text":"text","int":7,"long":1767323045123,"double":0.5,"bool":true,"null":null,"list":[{},"text"]}""";

    private static readonly Secret Token = new("access-1");

    private static readonly Dictionary<string, (Func<ICognitoGateway, Task<AuthError?>> Call, string Body)> Calls = new(StringComparer.Ordinal)
    {
        ["StartWebAuthnRegistration"] = (async gateway => (await gateway.StartWebAuthnRegistration(Token, default)).Error, """{"AccessToken":"access-1"}"""),
        ["CompleteWebAuthnRegistration"] = (
            async gateway => (await gateway.CompleteWebAuthnRegistration(Token, new JsonText(Json), default)).Error,
            $$"""{"AccessToken":"access-1","Credential":{{Json}}}"""),
        ["ListWebAuthnCredentials"] = (
            async gateway => (await gateway.ListWebAuthnCredentials(Token, 5, "page-2", default)).Error,
            """{"AccessToken":"access-1","MaxResults":5,"NextToken":"page-2"}"""),
        ["DeleteWebAuthnCredential"] = (async gateway => (await gateway.DeleteWebAuthnCredential(Token, "an-id", default)).Error, """{"AccessToken":"access-1","CredentialId":"an-id"}"""),
    };

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_is_sent_with_the_users_token_and_without_the_client_secret(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(["my-client-secret"], null, CognitoResponses.Ok("""{"CredentialCreationOptions":{}}"""));

        (await Calls[operation].Call(pool.Gateway)).ShouldBeNull();

        var request = pool.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe($"AWSCognitoIdentityProviderService.{operation}");
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse(Calls[operation].Body)).ShouldBeTrue(request.Body);
    }

    [Fact]
    public async Task The_browsers_options_are_those_of_Cognito_unchanged()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok($$"""{"CredentialCreationOptions":{{Json}}}"""), CognitoResponses.Ok("{}"));

        JsonNode.DeepEquals(JsonNode.Parse((await pool.Gateway.StartWebAuthnRegistration(Token, default)).Value.Text), JsonNode.Parse(Json)).ShouldBeTrue();
        (await pool.Gateway.StartWebAuthnRegistration(Token, default)).Error!.Code.ShouldBe("upstream_invalid");
    }

    [Fact]
    public async Task The_gateway_reads_a_page_of_passkeys()
    {
        await using var pool = await GatewayUnderTest.Start(
            CognitoResponses.Ok("""{"Credentials":[{"CredentialId":"an-id","FriendlyCredentialName":"Phone","RelyingPartyId":"example.com","AuthenticatorAttachment":"platform","AuthenticatorTransports":["internal"],"CreatedAt":1767323045}],"NextToken":"page-3"}"""),
            CognitoResponses.Ok("{}"));

        var page = (await pool.Gateway.ListWebAuthnCredentials(Token, null, null, default)).Value;
        page.NextToken.ShouldBe("page-3");
        var passkey = page.Passkeys.ShouldHaveSingleItem();
        (passkey.Id, passkey.Name, passkey.RelyingPartyId, passkey.AuthenticatorAttachment).ShouldBe(("an-id", "Phone", "example.com", "platform"));
        passkey.Transports.ShouldBe(["internal"]);
        passkey.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

        (await pool.Gateway.ListWebAuthnCredentials(Token, null, null, default)).Value.Passkeys.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("StartWebAuthnRegistration", "WebAuthnNotEnabledException", "not_enabled")]
    [InlineData("StartWebAuthnRegistration", "WebAuthnConfigurationMissingException", "not_enabled")]
    [InlineData("StartWebAuthnRegistration", "LimitExceededException", "attempts_exceeded")]
    [InlineData("CompleteWebAuthnRegistration", "WebAuthnChallengeNotFoundException", "passkey_rejected")]
    [InlineData("CompleteWebAuthnRegistration", "WebAuthnClientMismatchException", "passkey_rejected")]
    [InlineData("CompleteWebAuthnRegistration", "WebAuthnCredentialNotSupportedException", "passkey_rejected")]
    [InlineData("CompleteWebAuthnRegistration", "WebAuthnOriginNotAllowedException", "passkey_rejected")]
    [InlineData("CompleteWebAuthnRegistration", "WebAuthnRelyingPartyMismatchException", "passkey_rejected")]
    [InlineData("CompleteWebAuthnRegistration", "InvalidParameterException", "passkey_rejected")]
    [InlineData("CompleteWebAuthnRegistration", "WebAuthnNotEnabledException", "not_enabled")]
    [InlineData("ListWebAuthnCredentials", "InvalidParameterException", "invalid_parameter")]
    [InlineData("DeleteWebAuthnCredential", "ResourceNotFoundException", "not_found")]
    [InlineData("DeleteWebAuthnCredential", "NotAuthorizedException", "invalid_token")]
    public async Task Refusals_by_Cognito_have_their_own_errors(string operation, string type, string code)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, "…"));

        var error = (await Calls[operation].Call(pool.Gateway)).ShouldNotBeNull();
        error.Code.ShouldBe(code);
        error.Reason.ShouldBeOneOf(type, "no such passkey");
    }

    [Theory]
    [InlineData("StartWebAuthnRegistration")]
    [InlineData("ListWebAuthnCredentials")]
    [InlineData("DeleteWebAuthnCredential")]
    public async Task A_harmless_operation_is_repeated(string operation)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, CognitoResponses.Ok("""{"CredentialCreationOptions":{}}"""));

        (await Calls[operation].Call(pool.Gateway)).ShouldBeNull();
        pool.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_missing_passkey_was_deleted_when_only_the_response_was_lost()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, CognitoResponses.Error("ResourceNotFoundException", "…"));

        (await Calls["DeleteWebAuthnCredential"].Call(pool.Gateway)).ShouldBeNull();
        pool.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_registration_whose_response_was_lost_is_not_repeated()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset);

        var error = (await Calls["CompleteWebAuthnRegistration"].Call(pool.Gateway)).ShouldNotBeNull();

        error.Code.ShouldBe("outcome_unknown");
        error.Detail.ShouldEndWith("Look at the user's passkeys: if the new one is not among them, start the registration again.");
        pool.Requests.Count.ShouldBe(1);
    }
}
