using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

public sealed class EndSessionTests
{
    [Fact]
    public async Task Ends_the_session_at_Cognito()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.RevokeUserSession = _ => default(Success);

        (await flows.Send(ValidRequests.EndSession("tkn1"))).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["RevokeUserSession access-1 tkn1"]);
    }

    [Fact]
    public async Task Needs_no_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.RevokeUserSession = _ => default(Success);

        (await flows.Send(ValidRequests.EndSession())).Error.ShouldBeNull("it takes access away");
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("invalid_parameter")]
    [InlineData("not_enabled")]
    public async Task Passes_on_why_it_could_not(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.RevokeUserSession = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.EndSession())).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("tkn1/../tkn2")]
    [InlineData("tkn1%2F")]
    [InlineData("tkn 1")]
    [InlineData("tkn1\n")]
    [InlineData("tkn1\0")]
    [InlineData("t\u00e9kn")]
    public async Task Asks_Cognito_for_nothing_but_ids(string id)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.EndSession(id))).ShouldBe(["id: It must be a session's id."]);
    }

    [Fact]
    public async Task Takes_no_endless_id()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.EndSession(new string('a', 257)))).ShouldBe(["id: It must have at most 256 characters."]);
    }
}
