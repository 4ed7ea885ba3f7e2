using CognitoAuth.Application;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Password;

public sealed class ResetPasswordTests
{
    private static readonly DateTimeOffset CognitosTime = new(2026, 1, 2, 3, 4, 7, TimeSpan.Zero);

    [Fact]
    public async Task Reset_without_the_Admin_API_only_sets_the_password()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (username, code, password) =>
            (username, code.Reveal(), password.Reveal()) == (Commands.Username, "123456", "N3w-Passw0rd") ? default(Success) : AuthErrors.CodeMismatch;

        (await flows.Send(Commands.ResetPassword(newPassword: "N3w-Passw0rd"))).Error.ShouldBeNull();

        flows.Journal.Entries.ShouldBe([$"ConfirmForgotPassword {Commands.Username}"]);
    }

    [Fact]
    public async Task Reset_with_the_Admin_API_ends_all_sessions_by_the_pools_username()
    {
        await using var flows = new FlowsUnderTest(hasAdminApi: true);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => default(Success);
        flows.Cognito.AdminGetUser = _ => Some.Profile("real-name");
        flows.Cognito.AdminUserGlobalSignOut = _ => CognitosTime;

        (await flows.Send(Commands.ResetPassword())).Error.ShouldBeNull();

        flows.Journal.Entries.ShouldBe(
        [
            $"ConfirmForgotPassword {Commands.Username}",
            $"AdminGetUser {Commands.Username}",
            $"EndSignIns sub-1 up to 2026-01-02T03:04:05 {FlowsUnderTest.RefreshTokenLife}",
            "AdminUserGlobalSignOut real-name",
            $"ConfirmSignInsEnded sub-1 up to 2026-01-02T03:04:05 at 2026-01-02T03:04:07 {FlowsUnderTest.AccessTokenLife}",
        ]);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task Reset_whose_sessions_could_not_be_ended_reports_that_the_password_was_changed(bool noUser, bool noSignOut, bool noRecord)
    {
        await using var flows = new FlowsUnderTest(hasAdminApi: true);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => default(Success);
        flows.Cognito.AdminGetUser = _ => noUser ? AuthErrors.UpstreamUnavailable : Some.Profile();
        flows.Cognito.AdminUserGlobalSignOut = _ => noSignOut ? AuthErrors.UpstreamUnavailable : CognitosTime;
        flows.Revocations.IsDown = noRecord;

        var error = await flows.Refusal(Commands.ResetPassword());

        error.Code.ShouldBe("outcome_unknown");
        error.Detail.ShouldStartWith("The password was changed");
        error.Reason.ShouldBe(noRecord ? "revocation_unavailable" : "upstream_unavailable");
    }

    [Fact]
    public async Task Refused_code_ends_no_session()
    {
        await using var flows = new FlowsUnderTest(hasAdminApi: true);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => AuthErrors.CodeMismatch;

        await flows.Refusal(Commands.ResetPassword());

        flows.Journal.Entries.ShouldBe([$"ConfirmForgotPassword {Commands.Username}"]);
    }

    [Theory]
    [MemberData(nameof(Some.AccountErrors), MemberType = typeof(Some))]
    public async Task Errors_that_depend_on_the_account_are_all_the_same(string code)
    {
        // A refused password must never look like a changed one. The only other fault of the request is a wrong code, which is the error for all.
        if (Some.Error(code).Disclosure is Disclosure.RequestFault) return;
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => Some.Error(code);

        var error = await flows.Refusal(Commands.ResetPassword());

        (error with { Reason = null }).ShouldBe(AuthErrors.CodeMismatch);
        error.Reason.ShouldBe(code);
    }

    [Theory]
    [MemberData(nameof(Some.AccountIndependentErrors), MemberType = typeof(Some))]
    [InlineData("invalid_password")]
    [InlineData("password_reused")]
    [InlineData("code_mismatch")]
    public async Task Account_independent_errors_and_a_refused_password_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => Some.Error(code);

        (await flows.Refusal(Commands.ResetPassword())).ShouldBe(Some.Error(code));
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("code_expired")]
    [InlineData("attempts_exceeded")]
    public async Task Cognitos_error_is_returned_if_existence_is_revealed(string code)
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => Some.Error(code);

        (await flows.Refusal(Commands.ResetPassword())).ShouldBe(Some.Error(code));
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(Commands.ResetPassword("", "1 2", ""))).ShouldBe(
        [
            "username: A username is required.", "code: It must not have spaces.", "newPassword: A password is required.",
        ]);
        (await flows.Refusal(Commands.ResetPassword(newPassword: "N0symbols"))).Code.ShouldBe("invalid_password");
        (await flows.Faults(Commands.ResetPassword(newPassword: "N0symbols"))).ShouldBe(["newPassword: It must have a symbol."]);
    }
}
