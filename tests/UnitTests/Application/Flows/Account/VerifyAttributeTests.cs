using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class VerifyAttributeTests
{
    [Fact]
    public async Task Command_verifies_the_attribute_with_its_code()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.VerifyUserAttribute = (attribute, code) => (attribute, code.Reveal()) == ("phone_number", "123456") ? default(Success) : AuthErrors.CodeMismatch;

        (await flows.Send(ValidRequests.VerifyAttribute("phone_number"))).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["VerifyUserAttribute access-1"]);
    }

    [Theory]
    [InlineData("code_mismatch")]
    [InlineData("code_expired")]
    [InlineData("alias_taken")]
    [InlineData("attempts_exceeded")]
    public async Task Refusal_by_Cognito_is_returned(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.VerifyUserAttribute = (_, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.VerifyAttribute())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.VerifyAttribute("sub", ""))).ShouldBe(["name: Only email and phone_number can be verified.", "code: A code is required."]);
    }
}
