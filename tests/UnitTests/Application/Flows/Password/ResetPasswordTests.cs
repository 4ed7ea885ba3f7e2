using CognitoAuth.Application;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Password;

public sealed class ResetPasswordTests
{
    private static readonly DateTimeOffset CognitosTime = new(2026, 1, 2, 3, 4, 7, TimeSpan.Zero);

    [Fact]
    public async Task Sets_the_password_and_does_no_more_without_the_Admin_API()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (username, code, password) =>
            (username, code.Reveal(), password.Reveal()) == (ValidRequests.Username, "123456", "N3w-Passw0rd") ? default(Success) : AuthErrors.CodeMismatch;

        (await flows.Send(ValidRequests.ResetPassword(newPassword: "N3w-Passw0rd"))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe([$"ConfirmForgotPassword {ValidRequests.Username}"]);
    }

    [Fact]
    public async Task Ends_all_sessions_by_the_real_username_with_the_Admin_API()
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
    public async Task Says_that_the_password_was_changed_when_the_sessions_could_not_be_ended(bool noUser, bool noSignOut, bool noRecord)
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
    public async Task Ends_no_session_when_the_code_was_refused()
    {
        await using var flows = new FlowsUnderTest(hasAdminApi: true);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => AuthErrors.CodeMismatch;

        await flows.Refusal(ValidRequests.ResetPassword());

        flows.CallLog.Entries.ShouldBe([$"ConfirmForgotPassword {ValidRequests.Username}"]);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public async Task Gives_one_answer_for_whatever_depends_on_the_account(string code)
    {
        // A refused password must never look like a changed one; no other fault of the request comes from Cognito here but a wrong code, which is the answer for all.
        if (TestData.Error(code).Disclosure is Disclosure.RequestFault) return;
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => TestData.Error(code);

        var error = await flows.Refusal(ValidRequests.ResetPassword());

        (error with { Reason = null }).ShouldBe(AuthErrors.CodeMismatch);
        error.Reason.ShouldBe(code);
    }

    [Theory]
    [MemberData(nameof(TestData.RevealedErrors), MemberType = typeof(TestData))]
    [InlineData("invalid_password")]
    [InlineData("password_reused")]
    [InlineData("code_mismatch")]
    public async Task Reveals_what_is_the_same_for_every_account_and_a_refused_password(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ResetPassword())).ShouldBe(TestData.Error(code));
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("code_expired")]
    [InlineData("attempts_exceeded")]
    public async Task Tells_the_error_itself_when_existence_is_revealed(string code)
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ResetPassword())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_each_member()
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
