using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

public sealed class ListSessionsTests
{
    [Fact]
    public async Task Query_returns_a_page_of_the_callers_sessions()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        var page = new UserSessionPage([new UserSession("tkn1", Current: true, "client-1", TestData.SignInTime, TestData.SignInTime, "unknown", "192.0.2.1", "Berlin", "DE")], "more");
        flows.Cognito.ListUserSessions = nextToken => nextToken == "next" ? page : AuthErrors.InvalidParameter;

        (await flows.Send(ValidRequests.ListSessions("next"))).Value.ShouldBe(page);
        flows.CallLog.Entries.ShouldBe(["ListUserSessions access-1"]);
    }

    [Fact]
    public async Task Pool_that_does_not_track_sessions_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ListUserSessions = _ => AuthErrors.NotEnabled;

        (await flows.Refusal(ValidRequests.ListSessions())).ShouldBe(AuthErrors.NotEnabled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task Invalid_token_of_a_page_is_refused(string nextToken)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.ListSessions(nextToken))).ShouldBe(["nextToken: It must be the nextToken from an earlier response."]);
    }
}
