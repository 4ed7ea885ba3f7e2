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
            (username, code.Reveal(), password.Reveal()) == (ValidRequests.Username, "123456", "N3w-Passw0rd") ? default(Success) : AuthErrors.CodeMismatch;

        (await flows.Send(ValidRequests.ResetPassword(newPassword: "N3w-Passw0rd"))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe([$"ConfirmForgotPassword {ValidRequests.Username}"]);
    }

    [Fact]
    public async Task Reset_with_the_Admin_API_ends_all_sessions_by_the_pools_username()
    {
        await using var flows = new FlowsUnderTest(hasAdminApi: true);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => default(Success);
        flows.Cognito.AdminGetUser = _ => TestData.Profile("real-name");
        flows.Cognito.AdminUserGlobalSignOut = _ => CognitosTime;

        (await flows.Send(ValidRequests.ResetPassword())).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(
        [
            $"ConfirmForgotPassword {ValidRequests.Username}",
            $"AdminGetUser {ValidRequests.Username}",
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
        flows.Cognito.AdminGetUser = _ => noUser ? AuthErrors.UpstreamUnavailable : TestData.Profile();
        flows.Cognito.AdminUserGlobalSignOut = _ => noSignOut ? AuthErrors.UpstreamUnavailable : CognitosTime;
        flows.Revocations.IsDown = noRecord;

        var error = await flows.Refusal(ValidRequests.ResetPassword());

        error.Code.ShouldBe("outcome_unknown");
        error.Detail.ShouldStartWith("The password was changed");
        error.Reason.ShouldBe(noRecord ? "revocation_unavailable" : "upstream_unavailable");
    }

    [Fact]
    public async Task Refused_code_ends_no_session()
    {
        await using var flows = new FlowsUnderTest(hasAdminApi: true);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => AuthErrors.CodeMismatch;

        await flows.Refusal(ValidRequests.ResetPassword());

        flows.CallLog.Entries.ShouldBe([$"ConfirmForgotPassword {ValidRequests.Username}"]);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public async Task Errors_that_depend_on_the_account_are_all_the_same(string code)
    {
        // A refused password must never look like a changed one. The only other fault of the request is a wrong code, which is the error for all.
        if (TestData.Error(code).Disclosure is Disclosure.RequestFault) return;
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => TestData.Error(code);

        var error = await flows.Refusal(ValidRequests.ResetPassword());

        (error with { Reason = null }).ShouldBe(AuthErrors.CodeMismatch);
        error.Reason.ShouldBe(code);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    [InlineData("invalid_password")]
    [InlineData("password_reused")]
    [InlineData("code_mismatch")]
    public async Task Account_independent_errors_and_a_refused_password_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ResetPassword())).ShouldBe(TestData.Error(code));
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("code_expired")]
    [InlineData("attempts_exceeded")]
    public async Task Cognitos_error_is_returned_if_existence_is_revealed(string code)
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ResetPassword())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(ValidRequests.ResetPassword("", "1 2", ""))).ShouldBe(
        [
            "username: A username is required.", "code: It must not have spaces.", "newPassword: A password is required.",
        ]);
        (await flows.Refusal(ValidRequests.ResetPassword(newPassword: "N0symbols"))).Code.ShouldBe("invalid_password");
        (await flows.Faults(ValidRequests.ResetPassword(newPassword: "N0symbols"))).ShouldBe(["newPassword: It must have a symbol."]);
    }
}
