using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

public sealed class GetSessionTests
{
    [Fact]
    public async Task Query_returns_the_verified_claims_without_a_call_to_Cognito()
    {
        await using var flows = new FlowsUnderTest();
        var token = TestData.Token();
        flows.Verifier.Knows("access-1", token);

        (await flows.Send(ValidRequests.GetSession())).Value.ShouldBe(token);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Machine_tokens_are_accepted()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token(username: null, scopes: ["orders/read"]));

        (await flows.Send(ValidRequests.GetSession())).Value.HasUser.ShouldBeFalse();
    }

    [Fact]
    public async Task Invalid_token_is_refused()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Refusal(ValidRequests.GetSession("forged"))).Is(AuthErrors.InvalidToken).ShouldBeTrue();
    }
}
