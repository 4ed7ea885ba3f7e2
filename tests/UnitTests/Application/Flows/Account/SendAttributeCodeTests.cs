using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class SendAttributeCodeTests
{
    [Theory]
    [InlineData("email")]
    [InlineData("phone_number")]
    public async Task Command_returns_where_the_code_was_sent(string name)
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
    public async Task Attribute_that_cannot_be_verified_is_refused(string name)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.SendAttributeCode(name))).ShouldBe(["name: Only email and phone_number can be verified."]);
    }

    [Theory]
    [InlineData("attempts_exceeded")]
    [InlineData("delivery_failed")]
    public async Task Failure_to_send_the_code_is_returned(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetUserAttributeVerificationCode = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SendAttributeCode())).ShouldBe(TestData.Error(code));
    }
}
