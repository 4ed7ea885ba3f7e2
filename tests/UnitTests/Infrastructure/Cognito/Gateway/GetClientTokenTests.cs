using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

public sealed class GetClientTokenTests
{
    private const string Token = """{"ClientAuthenticationResult":{"AccessToken":"access-1","ExpiresIn":3600,"TokenType":"Bearer"}}""";

    [Fact]
    public async Task The_request_has_the_machines_client_and_secret_and_none_of_this_API()
    {
        await using var pool = await GatewayUnderTest.Start(["our-secret"], new Secret("a fingerprint"), CognitoResponses.Ok(Token));

        (await pool.Gateway.GetClientToken("machine1", new Secret("secret1"), ["orders/read"], default)).Value.ShouldBe(new MachineToken(new Secret("access-1"), "Bearer", 3600));

        pool.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"ClientId":"machine1","Secret":"secret1","Scopes":["orders/read"]}""");
    }

    [Fact]
    public async Task The_request_has_no_scopes_and_metadata_unless_the_caller_sends_them()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok(Token));

        (await Get(pool)).Error.ShouldBeNull();

        pool.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"ClientId":"machine1","Secret":"secret1"}""");
    }

    [Theory]
    [InlineData("NotAuthorizedException", "Invalid client or secret", "invalid_credentials")]
    [InlineData("NotAuthorizedException", "Unable to verify secret hash for client machine1", "invalid_credentials")]
    [InlineData("NotAuthorizedException", "A text that Cognito has never used", "invalid_credentials")]
    [InlineData("ResourceNotFoundException", "User pool client machine1 does not exist.", "invalid_credentials")]
    [InlineData("InvalidParameterException", "invalid scope", "invalid_parameter")]
    [InlineData("OperationNotEnabledException", "no", "not_enabled")]
    [InlineData("TooManyRequestsException", "Rate exceeded", "upstream_throttled")]
    [InlineData("ForbiddenException", "blocked", "blocked")]
    public async Task Refusals_by_Cognito_have_their_own_errors(string type, string message, string code)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, message));

        (await Get(pool)).Error!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_refused_secret_of_a_machine_does_not_change_the_secret_of_this_API()
    {
        await using var pool = await GatewayUnderTest.Start(
            ["ours-1", "ours-2"], null, CognitoResponses.Error("NotAuthorizedException", "Unable to verify secret hash for client machine1"), CognitoResponses.Ok("""{"AuthenticationResult":{"AccessToken":"a","ExpiresIn":1}}"""));

        (await Get(pool)).Error!.Code.ShouldBe("invalid_credentials");
        (await pool.Gateway.GetTokensFromRefreshToken(new Secret("refresh-1"), null, default)).Error.ShouldBeNull();

        pool.Requests.Select(request => request.Body).ShouldBe(
            ["""{"ClientId":"machine1","Secret":"secret1"}""", $$"""{"RefreshToken":"refresh-1","ClientId":"{{GatewayUnderTest.ClientId}}","ClientSecret":"ours-1"}"""]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ClientAuthenticationResult":{}}""")]
    [InlineData("""{"ClientAuthenticationResult":{"AccessToken":"","ExpiresIn":3600}}""")]
    public async Task A_response_without_a_token_is_invalid(string response)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok(response));

        (await Get(pool)).Error!.Code.ShouldBe("upstream_invalid");
    }

    [Fact]
    public async Task The_call_is_repeated_when_the_response_is_lost()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, CognitoResponses.Ok(Token));

        (await Get(pool)).Error.ShouldBeNull();
        pool.Requests.Count.ShouldBe(2);
    }

    private static Task<Result<MachineToken>> Get(GatewayUnderTest pool) => pool.Gateway.GetClientToken("machine1", new Secret("secret1"), null, default);
}
