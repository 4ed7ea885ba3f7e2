using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Mfa;

public sealed class GetFactorsTests
{
    [Fact]
    public async Task Query_returns_Cognitos_factors_even_after_an_old_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        var factors = new UserFactors("SMS_MFA", ["SMS_MFA"], ["PASSWORD"]);
        flows.Cognito.GetUserAuthFactors = _ => factors;

        (await flows.Send(ValidRequests.GetFactors())).Value.ShouldBe(factors);
        flows.CallLog.Entries.ShouldBe(["GetUserAuthFactors access-1"]);
    }

    [Fact]
    public async Task Feature_that_the_pool_lacks_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetUserAuthFactors = _ => AuthErrors.NotEnabled;

        (await flows.Refusal(ValidRequests.GetFactors())).ShouldBe(AuthErrors.NotEnabled);
    }
}
