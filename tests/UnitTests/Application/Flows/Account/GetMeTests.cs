using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class GetMeTests
{
    [Fact]
    public async Task Query_returns_Cognitos_profile_of_the_tokens_user()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        var profile = TestData.Profile();
        flows.Cognito.GetUser = _ => profile;

        (await flows.Send(ValidRequests.GetMe())).Value.ShouldBe(profile);
        flows.CallLog.Entries.ShouldBe(["GetUser access-1"]);
    }

    [Fact]
    public async Task Refusal_of_the_token_by_Cognito_is_returned()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.GetUser = _ => AuthErrors.InvalidToken;

        (await flows.Refusal(ValidRequests.GetMe())).ShouldBe(AuthErrors.InvalidToken);
    }

    [Fact]
    public async Task Query_without_a_valid_token_makes_no_call()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(ValidRequests.GetMe("forged"))).Is(AuthErrors.InvalidToken).ShouldBeTrue();
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
