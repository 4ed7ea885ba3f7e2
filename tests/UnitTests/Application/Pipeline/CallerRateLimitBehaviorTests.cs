using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class CallerRateLimitBehaviorTests
{
    [Fact]
    public async Task Caller_who_requests_too_many_codes_is_refused()
    {
        await using var flows = Limited();
        (await flows.Send(ValidRequests.SendAttributeCode())).Error.ShouldBeNull();

        (await flows.Refusal(ValidRequests.SendAttributeCode())).Is(AuthErrors.RateLimited).ShouldBeTrue();
        flows.CallLog.Entries.Count.ShouldBe(1);
    }

    // Otherwise anyone could block codes of others with a forged token.
    [Fact]
    public async Task Only_verified_callers_are_counted()
    {
        await using var flows = Limited();
        for (var call = 0; call < 3; call++) (await flows.Refusal(ValidRequests.SendAttributeCode() with { AccessToken = new Secret("forged") })).Is(AuthErrors.InvalidToken).ShouldBeTrue();

        (await flows.Send(ValidRequests.SendAttributeCode())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Each_caller_has_their_own_counter()
    {
        await using var flows = Limited();
        flows.Verifier.Knows("access-2", TestData.Token("sub-2"));
        (await flows.Send(ValidRequests.SendAttributeCode())).Error.ShouldBeNull();

        (await flows.Send(ValidRequests.SendAttributeCode() with { AccessToken = new Secret("access-2") })).Error.ShouldBeNull();
    }

    private static FlowsUnderTest Limited()
    {
        var flows = FlowsUnderTest.SignedIn(configure: security => security.RateLimits.CodesPerAccount.Permits = 1);
        flows.Cognito.GetUserAttributeVerificationCode = _ => new CodeDelivery(null, null, null);
        return flows;
    }
}
