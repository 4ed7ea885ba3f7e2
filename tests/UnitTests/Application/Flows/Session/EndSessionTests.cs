using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

public sealed class EndSessionTests
{
    [Fact]
    public async Task Command_ends_the_session_at_Cognito()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.RevokeUserSession = _ => default(Success);

        (await flows.Send(ValidRequests.EndSession("tkn1"))).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["RevokeUserSession access-1 tkn1"]);
    }

    [Fact]
    public async Task Command_requires_no_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.RevokeUserSession = _ => default(Success);

        (await flows.Send(ValidRequests.EndSession())).Error.ShouldBeNull("it takes access away");
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("invalid_parameter")]
    [InlineData("not_enabled")]
    public async Task Error_of_Cognito_is_returned(string code)
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
    public async Task Invalid_id_is_refused_without_a_call(string id)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.EndSession(id))).ShouldBe(["id: It must be a session's id."]);
    }

    [Fact]
    public async Task Id_that_is_too_long_is_refused()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.EndSession(new string('a', 257)))).ShouldBe(["id: It must have at most 256 characters."]);
    }
}
