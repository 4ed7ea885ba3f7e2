using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class SendAttributeCodeTests
{
    [Theory]
    [InlineData("email")]
    [InlineData("phone_number")]
    public async Task Answers_where_the_code_went(string name)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetUserAttributeVerificationCode = attribute => new CodeDelivery("EMAIL", "j***@e***", attribute);

        (await flows.Send(ValidRequests.SendAttributeCode(name))).Value.ShouldBe(new CodeDelivery("EMAIL", "j***@e***", name));
        flows.CallLog.Entries.ShouldBe(["GetUserAttributeVerificationCode access-1"]);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("Email")]
    [InlineData("email_verified")]
    [InlineData("email/../sub")]
    [InlineData("email\n")]
    [InlineData("")]
    public async Task Takes_no_other_attribute(string name)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.SendAttributeCode(name))).ShouldBe(["name: Only email and phone_number can be verified."]);
    }

    [Theory]
    [InlineData("attempts_exceeded")]
    [InlineData("delivery_failed")]
    public async Task Passes_on_why_no_code_was_sent(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetUserAttributeVerificationCode = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SendAttributeCode())).ShouldBe(TestData.Error(code));
    }
}
