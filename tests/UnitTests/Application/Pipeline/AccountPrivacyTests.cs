using CognitoAuth.Application;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class AccountPrivacyTests
{
    [Theory]
    [InlineData("user_disabled")]
    [InlineData("user_not_confirmed")]
    [InlineData("password_reset_required")]
    public async Task State_of_the_callers_own_account_is_returned_only_where_existence_is_revealed(string code)
    {
        (await OfMe(ExistenceErrors.Hidden, code)).ShouldBe("invalid_token");
        (await OfMe(ExistenceErrors.Revealed, code)).ShouldBe(code);
    }

    [Theory]
    [InlineData("forbidden")]
    [InlineData("attempts_exceeded")]
    [InlineData("upstream_unavailable")]
    public async Task Error_that_is_no_state_of_the_account_is_returned_to_its_owner(string code) => (await OfMe(ExistenceErrors.Hidden, code)).ShouldBe(code);

    [Theory]
    [InlineData("delivery_failed", LogLevel.Warning)]
    [InlineData("trigger_failed", LogLevel.Warning)]
    [InlineData("conflict", LogLevel.Debug)]
    public async Task Hidden_error_of_a_call_that_succeeds_is_logged_for_the_operator(string code, LogLevel level)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ForgotPassword = _ => TestData.Error(code);
        (await flows.Send(ValidRequests.ForgotPassword())).Error.ShouldBeNull();
        flows.Logs.Lines.ShouldContain(line => line.Level == level && line.Message.Contains(code, StringComparison.Ordinal));
    }

    private static async Task<string> OfMe(ExistenceErrors existenceErrors, string code)
    {
        await using var flows = new FlowsUnderTest(existenceErrors);
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.GetUser = _ => TestData.Error(code);
        return (await flows.Refusal(ValidRequests.GetMe())).Code;
    }
}
