using CognitoAuth.Application;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Registration;

public sealed class ResendCodeTests
{
    private static readonly CodeDelivery Upstream = new("SMS", "+*******1234", "phone_number");
    private static readonly CodeDelivery FromTheName = new("EMAIL", "j***@e***", "email");

    [Fact]
    public async Task Answers_from_the_request_alone_when_existence_is_hidden()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ResendConfirmationCode = _ => Upstream;

        (await flows.Send(ValidRequests.ResendCode())).Value.ShouldBe(FromTheName);
        flows.CallLog.Entries.ShouldBe([$"ResendConfirmationCode {ValidRequests.Username}"]);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public async Task Answers_as_sent_whatever_the_state_of_the_account(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ResendConfirmationCode = _ => TestData.Error(code);

        (await flows.Send(ValidRequests.ResendCode())).Value.ShouldBe(FromTheName);
    }

    [Theory]
    [MemberData(nameof(TestData.RevealedErrors), MemberType = typeof(TestData))]
    public async Task Tells_what_is_alike_for_every_name(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ResendConfirmationCode = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ResendCode())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Passes_the_delivery_on_when_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ResendConfirmationCode = _ => Upstream;

        (await flows.Send(ValidRequests.ResendCode())).Value.ShouldBe(Upstream);
    }

    [Fact]
    public async Task Passes_the_error_on_when_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ResendConfirmationCode = _ => AuthErrors.NotFound;

        (await flows.Refusal(ValidRequests.ResendCode())).ShouldBe(AuthErrors.NotFound);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_each_member()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(ValidRequests.ResendCode("jane doe"))).ShouldBe(
            ["username: It must not have spaces or control characters."]);
    }
}
