using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>A user's sessions: what the gateway sends, reads and repeats.</summary>
public sealed class UserSessionsTests
{
    private static readonly Secret Token = new("access-1");

    [Fact]
    public async Task The_gateway_reads_a_page_of_sessions()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok(
            """
            {"Sessions":[{"SessionId":"tkn1","SessionType":"TOKEN","ClientId":"client-1","CreateDate":1767323045,"LastActiveDate":1767323046.5,"DeviceType":"Chrome 140, Linux",
            "LastIPAddress":"192.0.2.1","LastLocation":{"City":"Berlin","Country":"Germany"},"IsCurrentSession":true},{"SessionId":"tkn2"}],"NextToken":"more"}
            """));

        var page = (await pool.Gateway.ListUserSessions(Token, "next", default)).Value;

        page.NextToken.ShouldBe("more");
        page.Sessions.ShouldBe(
        [
            new UserSession(
                "tkn1", Current: true, "client-1", DateTimeOffset.FromUnixTimeSeconds(1767323045), DateTimeOffset.FromUnixTimeMilliseconds(1767323046500), "Chrome 140, Linux", "192.0.2.1", "Berlin", "Germany"),
            new UserSession("tkn2", Current: false, null, null, null, null, null, null, null),
        ]);
        pool.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"AccessToken":"access-1","NextToken":"next"}""");
    }

    [Fact]
    public async Task The_gateway_reads_an_empty_page()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("{}"));

        var page = (await pool.Gateway.ListUserSessions(Token, null, default)).Value;

        page.Sessions.ShouldBeEmpty();
        page.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task The_gateway_ends_a_session_by_its_id()
    {
        await using var pool = await GatewayUnderTest.Start(["my-client-secret"], null, CognitoResponses.Ok("{}"));

        (await pool.Gateway.RevokeUserSession(Token, "tkn1", default)).Error.ShouldBeNull();

        pool.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"AccessToken":"access-1","SessionId":"tkn1"}""");
    }

    [Theory]
    [InlineData("OperationNotEnabledException", "not_enabled", "not_enabled")]
    [InlineData("NotAuthorizedException", "invalid_token", "invalid_token")]
    [InlineData("InvalidParameterException", "invalid_parameter", "invalid_parameter")]
    [InlineData("ResourceNotFoundException", "misconfigured", "not_found")]
    public async Task Refusals_by_Cognito_have_their_own_errors(string type, string listing, string ending)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, "no"));

        (await pool.Gateway.ListUserSessions(Token, null, default)).Error!.Code.ShouldBe(listing);
        (await pool.Gateway.RevokeUserSession(Token, "tkn1", default)).Error!.Code.ShouldBe(ending);
    }

    [Fact]
    public async Task The_error_for_the_session_of_the_token_itself_says_what_to_do()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("InvalidParameterException", "no"));

        (await pool.Gateway.RevokeUserSession(Token, "tkn1", default)).Error!.Detail.ShouldEndWith("sign out.");
    }

    [Fact]
    public async Task Both_are_repeated_and_a_missing_session_has_ended_when_only_the_response_was_lost()
    {
        var gone = CognitoResponses.Error("ResourceNotFoundException", "Session does not exist.");
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, CognitoResponses.Ok("{}"), CognitoResponses.Reset, gone);

        (await pool.Gateway.ListUserSessions(Token, null, default)).Error.ShouldBeNull();
        (await pool.Gateway.RevokeUserSession(Token, "tkn1", default)).Error.ShouldBeNull();
        pool.Requests.Count.ShouldBe(4);
        (await pool.Gateway.RevokeUserSession(Token, "tkn1", default)).Error!.Code.ShouldBe("not_found", "no response was lost this time");
    }
}
