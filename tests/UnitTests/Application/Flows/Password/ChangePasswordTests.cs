using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Password;

public sealed class ChangePasswordTests
{
    private static readonly DateTimeOffset CognitosTime = new(2026, 1, 2, 3, 4, 7, TimeSpan.Zero);

    [Fact]
    public async Task Command_changes_the_password_and_then_ends_all_sessions()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (current, changed) => (current!.Reveal(), changed.Reveal()) == (ValidRequests.Password, "N3w-Passw0rd") ? default(Success) : AuthErrors.InvalidCredentials;
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        (await flows.Send(ValidRequests.ChangePassword())).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(
        [
            "ChangePassword access-1",
            $"EndSignIns sub-1 up to 2026-01-02T03:04:05 {FlowsUnderTest.RefreshTokenLife}",
            "GlobalSignOut access-1",
            $"ConfirmSignInsEnded sub-1 up to 2026-01-02T03:04:05 at 2026-01-02T03:04:07 {FlowsUnderTest.AccessTokenLife}",
        ]);
    }

    [Fact]
    public async Task Sessions_continue_with_keepSessions()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (_, _) => default(Success);

        (await flows.Send(ValidRequests.ChangePassword(keepSessions: true))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["ChangePassword access-1"]);
    }

    [Theory]
    [InlineData("invalid_credentials")]
    [InlineData("password_reused")]
    [InlineData("attempts_exceeded")]
    [InlineData("outcome_unknown")]
    public async Task Failed_change_ends_no_session(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (_, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ChangePassword())).ShouldBe(TestData.Error(code));
        flows.CallLog.Entries.ShouldBe(["ChangePassword access-1"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_whose_sessions_could_not_be_ended_reports_that_the_password_was_changed(bool isRecordDown)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (_, _) => default(Success);
        flows.Cognito.GlobalSignOut = _ => isRecordDown ? CognitosTime : AuthErrors.UpstreamUnavailable;
        flows.Revocations.IsDown = isRecordDown;

        var error = await flows.Refusal(ValidRequests.ChangePassword());

        error.Code.ShouldBe("outcome_unknown");
        error.Detail.ShouldStartWith("The password was changed");
        error.Reason.ShouldBe(isRecordDown ? "revocation_unavailable" : "upstream_unavailable");
    }

    [Fact]
    public async Task User_without_a_password_can_set_one()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (current, _) => current is null ? default(Success) : AuthErrors.InvalidCredentials;

        (await flows.Send(ValidRequests.ChangePassword(currentPassword: null, keepSessions: true))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.ChangePassword(currentPassword: "", newPassword: ""))).ShouldBe(["currentPassword: A password is required.", "newPassword: A password is required."]);
        (await flows.Refusal(ValidRequests.ChangePassword(newPassword: "N0symbols"))).Code.ShouldBe("invalid_password");
        (await flows.Faults(ValidRequests.ChangePassword(newPassword: "N0symbols"))).ShouldBe(["newPassword: It must have a symbol."]);
    }

    [Fact]
    public async Task Change_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(ValidRequests.ChangePassword())).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
