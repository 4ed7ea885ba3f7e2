using CognitoAuth.Application;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Password;

public sealed class ForgotPasswordTests
{
    private static readonly CodeDelivery Upstream = new("SMS", "+*******1234", "phone_number");
    private static readonly CodeDelivery FromTheName = new("EMAIL", "j***@e***", "email");

    [Fact]
    public async Task Response_depends_on_the_request_alone_if_existence_is_hidden()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ForgotPassword = _ => Upstream;

        (await flows.Send(ValidRequests.ForgotPassword())).Value.ShouldBe(FromTheName);
        flows.CallLog.Entries.ShouldBe([$"ForgotPassword {ValidRequests.Username}"]);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public async Task Response_is_the_same_for_every_state_of_the_account(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ForgotPassword = _ => TestData.Error(code);

        (await flows.Send(ValidRequests.ForgotPassword())).Value.ShouldBe(FromTheName);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    public async Task Account_independent_errors_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ForgotPassword = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ForgotPassword())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Cognitos_delivery_is_returned_if_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ForgotPassword = _ => Upstream;

        (await flows.Send(ValidRequests.ForgotPassword())).Value.ShouldBe(Upstream);
    }

    [Fact]
    public async Task Cognitos_error_is_returned_if_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ForgotPassword = _ => AuthErrors.NotFound;

        (await flows.Refusal(ValidRequests.ForgotPassword())).ShouldBe(AuthErrors.NotFound);
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(ValidRequests.ForgotPassword("jane doe"))).ShouldBe(
            ["username: It must not have spaces or control characters."]);
    }
}
