using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Mfa;

public sealed class GetFactorsTests
{
    [Fact]
    public async Task Answers_the_factors_that_Cognito_has_for_the_token_also_to_old_sign_ins()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        var factors = new UserFactors("SMS_MFA", ["SMS_MFA"], ["PASSWORD"]);
        flows.Cognito.GetUserAuthFactors = _ => factors;

        (await flows.Send(ValidRequests.GetFactors())).Value.ShouldBe(factors);
        flows.CallLog.Entries.ShouldBe(["GetUserAuthFactors access-1"]);
    }

    [Fact]
    public async Task Passes_on_that_the_pool_does_not_offer_it()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetUserAuthFactors = _ => AuthErrors.NotEnabled;

        (await flows.Refusal(ValidRequests.GetFactors())).ShouldBe(AuthErrors.NotEnabled);
    }
}
