using CognitoAuth.Application;
using CognitoAuth.Application.Flows;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoAuth.UnitTests.Application.Flows;

public sealed class HiddenStateTests
{
    [Theory]
    [InlineData("user_disabled")]
    [InlineData("user_not_confirmed")]
    [InlineData("password_reset_required")]
    public void A_callers_own_state_is_told_only_where_existence_is_revealed(string code)
    {
        Existence(ExistenceErrors.Hidden).HideState(Some.Error(code), AuthErrors.InvalidToken).Code.ShouldBe("invalid_token");
        Existence(ExistenceErrors.Revealed).HideState(Some.Error(code), AuthErrors.InvalidToken).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("forbidden")]
    [InlineData("attempts_exceeded")]
    [InlineData("upstream_unavailable")]
    public void What_is_no_state_of_the_account_is_told_to_its_owner(string code) =>
        Existence(ExistenceErrors.Hidden).HideState(Some.Error(code), AuthErrors.InvalidToken).Code.ShouldBe(code);

    [Theory]
    [InlineData("delivery_failed", LogLevel.Warning)]
    [InlineData("trigger_failed", LogLevel.Warning)]
    [InlineData("conflict", LogLevel.Debug)]
    public async Task The_operator_learns_what_the_caller_does_not(string code, LogLevel level)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ForgotPassword = _ => Some.Error(code);
        (await flows.Send(new CognitoAuth.Application.Flows.Password.ForgotPasswordCommand("jane"))).Error.ShouldBeNull();
        flows.Logs.Lines.ShouldContain(line => line.Level == level && line.Message.Contains(code, StringComparison.Ordinal));
    }

    private static Existence Existence(ExistenceErrors errors) => new(new SecurityOptions { ExistenceErrors = errors }, NullLogger<Existence>.Instance, new FlowContext(new FakeClientContext()));
}
